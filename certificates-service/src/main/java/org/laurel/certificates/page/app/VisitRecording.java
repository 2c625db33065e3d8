package org.laurel.certificates.page.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.page.db.VisitTable;
import org.laurel.certificates.page.domain.Visit;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Tells of visits to certificates' pages: once per viewer, certificate and hour. */
@ApplicationScoped
public class VisitRecording {

    private final KeyLocks locks;
    private final TermsQuery terms;
    private final VisitTable visits;
    private final Outbox outbox;

    VisitRecording(KeyLocks locks, TermsQuery terms, VisitTable visits, Outbox outbox) {
        this.locks = locks;
        this.terms = terms;
        this.visits = visits;
        this.outbox = outbox;
    }

    /** Takes visits in; those that are known, and those in course runs that are observed only, change nothing. */
    @Transactional
    public void apply(List<Visit> seen) {
        Map<CourseKey, TermsHistory> histories =
                terms.histories(seen.stream().map(VisitRecording::course).toList());
        List<Visit> fresh = visits.add(seen.stream()
                .filter(visit -> !Objects.requireNonNull(histories.get(course(visit)))
                        .newest()
                        .isObserved())
                .toList());
        if (!fresh.isEmpty()) {
            locks.lock(
                    fresh.stream().map(visit -> visit.key().learnerId().value()).toList());
            outbox.append(fresh);
        }
    }

    private static CourseKey course(Visit visit) {
        return visit.key().courseKey();
    }
}
