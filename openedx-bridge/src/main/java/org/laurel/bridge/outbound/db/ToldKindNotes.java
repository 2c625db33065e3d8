package org.laurel.bridge.outbound.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** What the replicas say of the kinds that they tell the site of, by the clock of the database. */
@ApplicationScoped
public class ToldKindNotes {

    private final Sql sql;

    ToldKindNotes(Sql sql) {
        this.sql = sql;
    }

    /** This replica tells of these kinds now. */
    public void write(List<Subject.Kind> kinds) {
        sql.update("""
                insert into told_kind (kind, seen_at) select kind, now() from unnest(?::text[]) as t (kind) order by kind
                on conflict (kind) do update set seen_at = excluded.seen_at
                """, (Object) Column.texts(kinds, Subject.Kind::name));
    }

    /** Kinds of which any replica has told within the last hour. */
    public Set<Subject.Kind> ofTheLastHour() {
        return sql
                .query(
                        "select kind from told_kind where seen_at > now() - interval '1 hour'",
                        row -> Subject.Kind.valueOf(Row.text(row, "kind")))
                .stream()
                .collect(Collectors.toSet());
    }
}
