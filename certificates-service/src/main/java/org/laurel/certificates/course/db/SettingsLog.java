package org.laurel.certificates.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.certificates.course.domain.ArrivedSettings;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.SettingsHistory;
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

    /** The histories of course runs; those that nobody has told us of are left out. */
    public Map<CourseKey, SettingsHistory> histories(Collection<CourseKey> courseKeys) {
        Map<CourseKey, List<CourseSettings>> versions = new HashMap<>();
        sql.query(
                "select * from course_settings where course_key = any(?)",
                row -> versions.computeIfAbsent(
                                new CourseKey(Row.text(row, "course_key")), key -> new java.util.ArrayList<>())
                        .add(settings(row)),
                (Object) Column.texts(List.copyOf(courseKeys), CourseKey::value));
        return versions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new SettingsHistory(entry.getValue())));
    }

    private static CourseSettings settings(ResultSet row) throws SQLException {
        return new CourseSettings(
                row.getLong("id"),
                row.getLong("version"),
                Row.instant(row, "occurred_at"),
                row.getBoolean("is_ccx"),
                row.getBoolean("html_certificates_enabled"),
                row.getBoolean("self_paced"),
                Row.text(row, "display_behavior"),
                Row.instantOrNull(row, "certificate_available_date"),
                row.getBoolean("certificates_show_before_end"),
                Row.instantOrNull(row, "course_end"),
                row.getString("display_name"),
                Row.text(row, "org"));
    }
}
