package org.laurel.certificates.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.course.domain.ArrivedSettings;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Every version of every course run's settings. */
@ApplicationScoped
public class SettingsLog {

    private final Sql sql;

    SettingsLog(Sql sql) {
        this.sql = sql;
    }

    /** Adds versions that are not there yet and returns the course runs that got one. */
    public List<CourseKey> append(List<ArrivedSettings> versions) {
        return sql.query(
                """
                insert into course_settings (course_key, version, occurred_at, is_ccx, html_certificates_enabled, self_paced,
                    display_behavior, certificate_available_date, certificates_show_before_end, course_end, display_name, org)
                select t.course_key, t.version, t.occurred_at::timestamptz, t.is_ccx, t.html, t.self_paced, t.behavior,
                       t.available::timestamptz, t.before_end, t.course_end::timestamptz, t.display_name, t.org
                from unnest(?::text[], ?::bigint[], ?::text[], ?::bool[], ?::bool[], ?::bool[], ?::text[], ?::text[],
                            ?::bool[], ?::text[], ?::text[], ?::text[])
                     as t (course_key, version, occurred_at, is_ccx, html, self_paced, behavior, available, before_end,
                           course_end, display_name, org)
                on conflict (course_key, version) do nothing
                returning course_key
                """,
                row -> new CourseKey(Row.text(row, "course_key")),
                Column.texts(versions, ArrivedSettings::courseKey),
                Column.longs(versions, version -> version.settings().version()),
                Column.texts(versions, version -> version.settings().occurredAt()),
                Column.flags(versions, version -> version.settings().ccx()),
                Column.flags(versions, version -> version.settings().htmlEnabled()),
                Column.flags(versions, version -> version.settings().selfPaced()),
                Column.texts(versions, version -> version.settings().displayBehavior()),
                Column.texts(versions, version -> version.settings().availableDate()),
                Column.flags(versions, version -> version.settings().showBeforeEnd()),
                Column.texts(versions, version -> version.settings().end()),
                Column.texts(versions, version -> version.settings().displayName()),
                Column.texts(versions, version -> version.settings().org()));
    }
}
