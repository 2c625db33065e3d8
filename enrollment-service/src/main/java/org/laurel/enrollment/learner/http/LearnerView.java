package org.laurel.enrollment.learner.http;

import java.time.Instant;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.Learner;

/** A learner as clients see it. */
record LearnerView(
        String learnerId,
        String username,
        String email,
        String name,
        boolean isActive,
        boolean allowCertificate,
        long version,
        Instant occurredAt) {

    static LearnerView of(Learner learner) {
        Account account = learner.account();
        return new LearnerView(
                learner.id().value(),
                account.username(),
                account.email(),
                account.name(),
                account.isActive(),
                learner.preferences().allowCertificate(),
                learner.version(),
                learner.occurredAt());
    }
}
