package org.laurel.certificates.page.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads what certificate pages and files show. */
@ApplicationScoped
public class PageQuery {

    private final Sql sql;
    private final TermsQuery terms;

    PageQuery(Sql sql, TermsQuery terms) {
        this.sql = sql;
        this.terms = terms;
    }

    /**
     * A certificate with what was fixed when it was granted.
     *
     * @param terms the course run's terms
     * @param title the settings of the course run that it was granted by, else the first that came to be known,
     *     null without any
     * @param configurationVersion the version of the course run's certificate configuration, null when it had none with an
     *     active text: then later ones do not count either
     * @param templateVersion the id of the template's version, null for the standard page
     * @param hoursOfEffort the hours of work that it says, null for none
     * @param retired whether the learner is retired
     */
    public record Shown(
            CaseKey key,
            Issued issued,
            TermsHistory terms,
            @Nullable CourseSettings title,
            @Nullable Long configurationVersion,
            @Nullable Long templateVersion,
            @Nullable Integer hoursOfEffort,
            boolean retired) {}

    /** The certificate with this public id. */
    public Optional<Shown> byPublicId(String verifyUuid) {
        return sql.first(
                "select c.learner_id, c.course_key, c.settings_id, c.configuration_version, c.template_version, "
                        + "c.hours_of_effort, "
                        + CaseRow.CERTIFICATE
                        + ", exists (select 1 from retired_person r where r.learner_id = c.learner_id) as retired"
                        + " from certificate c where c.verify_uuid = ?",
                this::shown,
                verifyUuid);
    }

    private Shown shown(ResultSet row) throws SQLException {
        CaseKey key = CaseRow.key(row);
        TermsHistory history = terms.history(key.courseKey());
        Long settingsId = Row.longOrNull(row, "settings_id");
        CourseSettings fixed = history.settings().stream()
                .filter(version -> settingsId != null && version.id() == settingsId)
                .findFirst()
                .or(() -> history.settings().stream().findFirst())
                .orElse(null);
        Long hours = Row.longOrNull(row, "hours_of_effort");
        return new Shown(
                key,
                CaseRow.issued(row),
                history,
                fixed,
                Row.longOrNull(row, "configuration_version"),
                Row.longOrNull(row, "template_version"),
                hours == null ? null : hours.intValue(),
                row.getBoolean("retired"));
    }
}
