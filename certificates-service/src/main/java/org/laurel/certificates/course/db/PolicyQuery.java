package org.laurel.certificates.course.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.KeptPolicy;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SelfGenerationHistory;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads the histories of the policies. */
@ApplicationScoped
public class PolicyQuery {

    private final Sql sql;
    private final SitePolicy siteDefault;

    PolicyQuery(Sql sql, @ConfigProperty(name = "laurel.certificates.mode", defaultValue = "live") String mode) {
        this.sql = sql;
        this.siteDefault = SitePolicy.startingIn(IssuingMode.of(mode));
    }

    /** Versions of a course run's policy with an id below the given one, newest first. */
    public List<KeptPolicy<RunPolicy>> ofRun(CourseKey key, long before, int limit) {
        return sql.query(
                "select * from run_policy where course_key = ? and id < ? order by id desc limit ?",
                row -> new KeptPolicy<>(
                        PolicyRow.run(row),
                        Row.text(row, "changed_by"),
                        row.getString("change_reason"),
                        Row.instant(row, "recorded_at")),
                key.value(),
                before,
                limit);
    }

    /** Versions of the deployment's policy with an id below the given one, newest first. */
    public List<KeptPolicy<SitePolicy>> ofSite(long before, int limit) {
        return sql.query(
                "select * from site_policy where id < ? order by id desc limit ?",
                row -> new KeptPolicy<>(
                        PolicyRow.site(row),
                        Row.text(row, "changed_by"),
                        row.getString("change_reason"),
                        Row.instant(row, "recorded_at")),
                before,
                limit);
    }

    /** Who has set whether learners may ask for certificates themselves, newest first. */
    public List<KeptPolicy<SitePolicy>> ofSelfGeneration() {
        return SelfGenerationHistory.of(
                ofSite(Long.MAX_VALUE, Integer.MAX_VALUE).reversed(), siteDefault);
    }
}
