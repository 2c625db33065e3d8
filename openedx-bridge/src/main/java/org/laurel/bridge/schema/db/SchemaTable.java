package org.laurel.bridge.schema.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** What the schema registry has said so far. */
@ApplicationScoped
public class SchemaTable {

    private final Sql sql;

    SchemaTable(Sql sql) {
        this.sql = sql;
    }

    /** The id under which the registry knew a schema of a subject. */
    public Optional<Integer> id(String subject, String fingerprint) {
        return sql.first(
                "select id from schema_id where subject = ? and fingerprint = ?",
                row -> row.getInt("id"),
                subject,
                fingerprint);
    }

    /** Keeps an id; one that is known already is not written again. */
    public void keepId(String subject, String fingerprint, int id) {
        sql.update("""
                insert into schema_id as s (subject, fingerprint, id) values (?, ?, ?)
                on conflict (subject, fingerprint) do update set id = excluded.id where s.id <> excluded.id
                """, subject, fingerprint, id);
    }

    /** The schema with which others write under an id. */
    public Optional<String> writer(int id) {
        return sql.first("select content from writer_schema where id = ?", row -> Row.text(row, "content"), id);
    }

    /** Keeps such a schema. */
    public void keepWriter(int id, String content) {
        sql.update("""
                insert into writer_schema as w (id, content) values (?, ?)
                on conflict (id) do update set content = excluded.content where w.content <> excluded.content
                """, id, content);
    }
}
