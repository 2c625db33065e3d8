package org.laurel.certificates.register.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.certificates.issuance.db.CertificateQuery;
import org.laurel.certificates.issuance.db.CertificateQuery.Found;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.certificates.lookup.db.ShownCertificateQuery;
import org.laurel.certificates.lookup.domain.ShownCertificate;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Reads what grade reports tell of a course run's learners: a fixed number of statements for a page. */
@ApplicationScoped
public class GradeReportQuery {

    private final Sql sql;
    private final CertificateQuery certificates;
    private final ShownCertificateQuery shown;

    GradeReportQuery(Sql sql, CertificateQuery certificates, ShownCertificateQuery shown) {
        this.sql = sql;
        this.certificates = certificates;
        this.shown = shown;
    }

    /**
     * A learner of the course run.
     *
     * @param shown the certificate, null when there is none
     */
    public record Line(
            LearnerId learnerId,
            Standing standing,
            @Nullable ShownCertificate shown) {}

    /** The terms of the course run. */
    public TermsHistory terms(CourseKey courseKey) {
        return certificates.history(courseKey);
    }

    /**
     * The learners of a course run of whom anything is known, by learner id, after the given one.
     *
     * @param learners only these, empty for all
     * @param after empty for the beginning
     */
    public List<Line> lines(
            CourseKey courseKey, TermsHistory terms, Collection<LearnerId> learners, String after, int limit) {
        String some = learners.isEmpty() ? "" : "and s.learner_id = any(?) ";
        List<@Nullable Object> arguments = new ArrayList<>(List.of(courseKey.value(), after));
        if (!learners.isEmpty()) {
            arguments.add(Column.texts(List.copyOf(learners), LearnerId::value));
        }
        arguments.add(limit);
        List<StoredCase> stored = sql.query(
                CaseRow.SELECT + "where s.course_key = ? and s.learner_id > ? " + some
                        + "order by s.learner_id limit ?",
                CaseRow::storedCase,
                arguments.toArray());
        Map<CaseKey, ShownCertificate> byCase =
                shown
                        .shown(stored.stream()
                                .map(found -> new Found(found, terms))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(ShownCertificate::key, Function.identity()));
        return stored.stream()
                .map(found -> new Line(found.key().learnerId(), found.record().standing(), byCase.get(found.key())))
                .toList();
    }
}
