package org.laurel.certificates.configuration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.configuration.domain.ConfigurationVersion;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Every version of every course run's certificate configuration. */
@ApplicationScoped
public class ConfigurationTable {

    private final Sql sql;
    private final ConfigurationRow rows;

    ConfigurationTable(Sql sql, ConfigurationRow rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** A version and what led to it. */
    public record Added(ConfigurationVersion version, Cause cause) {}

    /** Adds versions. */
    public void append(List<Added> added) {
        sql.update(
                """
                insert into course_configuration
                    (course_key, version, document, has_active, changed_at, changed_by, change_reason, cause_id)
                select t.course_key, t.version, t.document, t.has_active, t.changed_at::timestamptz, t.changed_by, t.reason,
                       t.cause_id
                from unnest(?::text[], ?::bigint[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (course_key, version, document, has_active, changed_at, changed_by, reason, cause_id)
                """,
                Column.texts(added, one -> one.version().courseKey()),
                Column.longs(added, one -> one.version().version()),
                Column.texts(added, one -> rows.document(one.version().configuration())),
                Column.flags(
                        added, one -> one.version().configuration().active().isPresent()),
                Column.texts(added, one -> one.version().changedAt()),
                Column.texts(added, one -> one.version().changedBy()),
                Column.texts(added, one -> one.version().reason()),
                Column.texts(added, one -> one.cause().id()));
    }
}
