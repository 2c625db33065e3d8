package org.laurel.kit.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The revisions of all settings. */
@ApplicationScoped
public class RevisionTable {

    private final Sql sql;

    RevisionTable(Sql sql) {
        this.sql = sql;
    }

    /** The newest revision of each subject that has one. */
    public Map<String, Revision> newest(Collection<String> subjects) {
        Map<String, Revision> newest = new HashMap<>();
        sql.query(
                        "select distinct on (subject) * from setting_revision where subject = any(?) order by subject, id desc",
                        RevisionTable::revision,
                        (Object) subjects.toArray(String[]::new))
                .forEach(revision -> newest.put(revision.subject(), revision));
        return newest;
    }

    /** Adds one revision for each command, of different subjects, and returns them by subject. */
    public Map<String, Revision> append(List<Revise> commands) {
        Map<String, Revision> added = new HashMap<>();
        sql.query(
                        """
                        insert into setting_revision
                            (subject, enabled, content, changed_at, changed_by, change_reason, cause_id)
                        select t.subject, t.enabled, t.content, t.changed_at::timestamptz, t.changed_by, t.reason, t.cause_id
                        from unnest(?::text[], ?::bool[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                             as t (subject, enabled, content, changed_at, changed_by, reason, cause_id)
                        returning *
                        """,
                        RevisionTable::revision,
                        Column.texts(commands, Revise::subject),
                        Column.flags(commands, Revise::enabled),
                        Column.texts(commands, Revise::content),
                        Column.texts(commands, Revise::at),
                        Column.texts(commands, command -> command.cause().by()),
                        Column.texts(commands, command -> command.cause().reason()),
                        Column.texts(commands, command -> command.cause().id()))
                .forEach(revision -> added.put(revision.subject(), revision));
        return added;
    }

    static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                row.getLong("id"),
                Row.text(row, "subject"),
                row.getBoolean("enabled"),
                Row.text(row, "content"),
                Row.instant(row, "changed_at"),
                Row.text(row, "changed_by"),
                row.getString("change_reason"));
    }
}
