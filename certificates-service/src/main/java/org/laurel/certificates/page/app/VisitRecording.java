package org.laurel.certificates.page.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.certificates.page.db.VisitTable;
import org.laurel.certificates.page.domain.Visit;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Tells of visits to certificates' pages: once per viewer, certificate and hour. */
@ApplicationScoped
public class VisitRecording {

    private final KeyLocks locks;
    private final VisitTable visits;
    private final Outbox outbox;

    VisitRecording(KeyLocks locks, VisitTable visits, Outbox outbox) {
        this.locks = locks;
        this.visits = visits;
        this.outbox = outbox;
    }

    /** Takes visits in; those that are known change nothing. */
    @Transactional
    public void apply(List<Visit> seen) {
        List<Visit> fresh = visits.add(seen);
        if (!fresh.isEmpty()) {
            locks.lock(
                    fresh.stream().map(visit -> visit.key().learnerId().value()).toList());
            outbox.append(fresh);
        }
    }
}
