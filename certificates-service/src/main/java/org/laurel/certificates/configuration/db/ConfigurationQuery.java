package org.laurel.certificates.configuration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.domain.ConfigurationVersion;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads course runs' certificate configurations. Each call is one statement, for any number of runs. */
@ApplicationScoped
public class ConfigurationQuery {

    private final Sql sql;
    private final ConfigurationRow rows;

    ConfigurationQuery(Sql sql, ConfigurationRow rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Those of the runs that have a configuration of which no text is active; their pages do not show. */
    public Set<CourseKey> withoutActive(Collection<CourseKey> courseKeys) {
        return sql
                .query("""
                        select course_key from (
                            select distinct on (course_key) course_key, has_active from course_configuration
                            where course_key = any(?) order by course_key, version desc) newest
                        where not has_active
                        """, row -> new CourseKey(Row.text(row, "course_key")), (Object)
                        Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The versions that hold; runs without a configuration are left out. */
    public Map<CourseKey, ConfigurationVersion> current(Collection<CourseKey> courseKeys) {
        Map<CourseKey, ConfigurationVersion> current = new HashMap<>();
        sql.query("""
                        select distinct on (course_key) * from course_configuration
                        where course_key = any(?) order by course_key, version desc
                        """, rows::version, (Object) Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .forEach(version -> current.put(version.courseKey(), version));
        return current;
    }

    /**
     * The numbers of the versions that certificates are issued with now: those that hold and have an active text. Other runs
     * are left out.
     */
    public Map<CourseKey, Long> activeVersions(Collection<CourseKey> courseKeys) {
        Map<CourseKey, Long> versions = new HashMap<>();
        sql.query("""
                select course_key, version from (
                    select distinct on (course_key) course_key, version, has_active from course_configuration
                    where course_key = any(?) order by course_key, version desc) newest
                where has_active
                """, row -> versions.put(new CourseKey(Row.text(row, "course_key")), row.getLong("version")), (Object)
                Column.texts(List.copyOf(courseKeys), CourseKey::value));
        return versions;
    }

    /** The version that holds for a run. */
    public Optional<ConfigurationVersion> current(CourseKey courseKey) {
        return history(courseKey, null, 1).stream().findFirst();
    }

    /** A version of a run's configuration, whether or not it still holds. */
    public Optional<ConfigurationVersion> at(CourseKey courseKey, long version) {
        return sql.first(
                "select * from course_configuration where course_key = ? and version = ?",
                rows::version,
                courseKey.value(),
                version);
    }

    /**
     * The versions of a run's configuration, newest first.
     *
     * @param before only those below this version; null starts with the newest
     */
    public List<ConfigurationVersion> history(CourseKey courseKey, @Nullable Long before, int limit) {
        return sql.query(
                "select * from course_configuration where course_key = ? and version < ? order by version desc limit ?",
                rows::version,
                courseKey.value(),
                before == null ? Long.MAX_VALUE : before,
                limit);
    }
}
