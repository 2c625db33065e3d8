package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads certificates for display: a fixed number of statements, whatever the number of certificates. */
@ApplicationScoped
public class CertificateQuery {

    private final Sql sql;
    private final TermsQuery terms;

    CertificateQuery(Sql sql, TermsQuery terms) {
        this.sql = sql;
        this.terms = terms;
    }

    /** A case with the terms of its course run. */
    public record Found(StoredCase stored, TermsHistory terms) {}

    /** What is known of a learner in a course run; empty when nothing is. */
    public Optional<Found> find(CaseKey key) {
        Optional<StoredCase> stored = sql.first(
                CaseRow.SELECT + "where s.learner_id = ? and s.course_key = ?",
                CaseRow::storedCase,
                key.learnerId().value(),
                key.courseKey().value());
        return stored.map(found -> new Found(found, terms.history(key.courseKey())));
    }

    /** The case whose certificate has this public id. */
    public Optional<Found> byPublicId(String verifyUuid) {
        Optional<StoredCase> stored =
                sql.first(CaseRow.SELECT + "where c.verify_uuid = ?", CaseRow::storedCase, verifyUuid);
        return stored.map(found -> new Found(found, terms.history(found.key().courseKey())));
    }

    /** The terms of a course run. */
    public TermsHistory history(CourseKey courseKey) {
        return terms.history(courseKey);
    }

    /** A learner's certificates, oldest first. */
    public List<Found> ofLearner(LearnerId learnerId) {
        List<StoredCase> stored = sql.query(
                CaseRow.SELECT
                        + "where s.learner_id = ? and c.verify_uuid is not null order by c.created_at, s.course_key",
                CaseRow::storedCase,
                learnerId.value());
        Map<CourseKey, TermsHistory> histories = terms.histories(
                stored.stream().map(found -> found.key().courseKey()).toList());
        return stored.stream()
                .map(found -> new Found(
                        found, Objects.requireNonNull(histories.get(found.key().courseKey()))))
                .toList();
    }

    /** The public ids among these that belong to a certificate, written or only stated so far, each with its case. */
    public Map<String, CaseKey> casesOf(List<String> verifyUuids) {
        return sql
                .query(
                        """
                        select learner_id, course_key, verify_uuid from certificate where verify_uuid = any(?)
                        union
                        select learner_id, course_key, verify_uuid from stated_public_id where verify_uuid = any(?)
                        """,
                        row -> Map.entry(Row.text(row, "verify_uuid"), CaseRow.key(row)),
                        verifyUuids.toArray(String[]::new),
                        verifyUuids.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }
}
