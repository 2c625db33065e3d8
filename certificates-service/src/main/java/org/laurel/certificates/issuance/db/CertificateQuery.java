package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.certificates.course.db.SettingsLog;
import org.laurel.certificates.course.domain.SettingsHistory;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Sql;

/** Reads certificates for display: two statements, whatever the number of certificates. */
@ApplicationScoped
public class CertificateQuery {

    private final Sql sql;
    private final SettingsLog settings;

    CertificateQuery(Sql sql, SettingsLog settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** A case with the settings of its course run. */
    public record Found(StoredCase stored, SettingsHistory settings) {}

    /** What is known of a learner in a course run; empty when nothing is. */
    public Optional<Found> find(CaseKey key) {
        Optional<StoredCase> stored = sql.first(
                CaseRow.SELECT + "where s.learner_id = ? and s.course_key = ?",
                CaseRow::storedCase,
                key.learnerId().value(),
                key.courseKey().value());
        return stored.map(found -> new Found(found, history(key.courseKey())));
    }

    /** The settings of a course run. */
    public SettingsHistory history(CourseKey courseKey) {
        return settings.histories(List.of(courseKey)).getOrDefault(courseKey, SettingsHistory.UNKNOWN);
    }

    /** A learner's certificates, oldest first. */
    public List<Found> ofLearner(LearnerId learnerId) {
        List<StoredCase> stored = sql.query(
                CaseRow.SELECT
                        + "where s.learner_id = ? and c.verify_uuid is not null order by c.created_at, s.course_key",
                CaseRow::storedCase,
                learnerId.value());
        Map<CourseKey, SettingsHistory> histories = settings.histories(
                stored.stream().map(found -> found.key().courseKey()).toList());
        return stored.stream()
                .map(found ->
                        new Found(found, histories.getOrDefault(found.key().courseKey(), SettingsHistory.UNKNOWN)))
                .toList();
    }
}
