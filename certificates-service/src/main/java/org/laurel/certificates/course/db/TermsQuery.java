package org.laurel.certificates.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads what course runs' certificates are judged by: three statements, whatever the number of course runs. */
@ApplicationScoped
public class TermsQuery {

    /** What one locks to keep the terms of the whole deployment as they are. */
    public static final String SITE = "site";

    private final Sql sql;
    private final SitePolicy siteDefault;

    TermsQuery(Sql sql, @ConfigProperty(name = "laurel.certificates.mode", defaultValue = "live") String mode) {
        this.sql = sql;
        this.siteDefault = SitePolicy.startingIn(IssuingMode.of(mode));
    }

    /** The histories of course runs; a course run that nobody has told us of has one without settings. */
    public Map<CourseKey, TermsHistory> histories(Collection<CourseKey> courseKeys) {
        return historiesKnownAt(courseKeys, Instant.MAX);
    }

    /** The same as it was known at a time. */
    public Map<CourseKey, TermsHistory> historiesKnownAt(Collection<CourseKey> courseKeys, Instant known) {
        List<CourseKey> keys = courseKeys.stream().distinct().toList();
        Map<CourseKey, List<CourseSettings>> settings = new HashMap<>();
        Map<CourseKey, List<RunPolicy>> policies = new HashMap<>();
        read("course_settings", keys, known, row -> group(settings, row).add(settings(row)));
        read("run_policy", keys, known, row -> group(policies, row).add(PolicyRow.run(row)));
        List<SitePolicy> site = site(known);
        Map<CourseKey, TermsHistory> histories = new HashMap<>();
        for (CourseKey key : keys) {
            histories.put(
                    key,
                    new TermsHistory(
                            settings.getOrDefault(key, List.of()),
                            policies.getOrDefault(key, List.of()),
                            site,
                            siteDefault));
        }
        return histories;
    }

    /** What holds in course runs now. */
    public Map<CourseKey, Terms> newest(Collection<CourseKey> courseKeys) {
        Map<CourseKey, Terms> newest = new HashMap<>();
        histories(courseKeys).forEach((key, history) -> newest.put(key, history.newest()));
        return newest;
    }

    /** The history of one course run. */
    public TermsHistory history(CourseKey courseKey) {
        return histories(List.of(courseKey)).values().iterator().next();
    }

    /** What holds for the whole deployment now. */
    public SitePolicy newestSite() {
        return sql.first("select * from site_policy order by occurred_at desc, id desc limit 1", PolicyRow::site)
                .orElse(siteDefault);
    }

    private List<SitePolicy> site(Instant known) {
        return known.equals(Instant.MAX)
                ? sql.query("select * from site_policy", PolicyRow::site)
                : sql.query("select * from site_policy where recorded_at <= ?", PolicyRow::site, known);
    }

    private void read(String table, List<CourseKey> keys, Instant known, Sql.RowMapper<Boolean> mapper) {
        String byKey = "select * from " + table + " where course_key = any(?)";
        Object courses = Column.texts(keys, CourseKey::value);
        if (known.equals(Instant.MAX)) {
            sql.query(byKey, mapper, courses);
        } else {
            sql.query(byKey + " and recorded_at <= ?", mapper, courses, known);
        }
    }

    private static <V> List<V> group(Map<CourseKey, List<V>> groups, ResultSet row) throws SQLException {
        return groups.computeIfAbsent(new CourseKey(Row.text(row, "course_key")), key -> new ArrayList<>());
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
