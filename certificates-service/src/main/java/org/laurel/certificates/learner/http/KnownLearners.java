package org.laurel.certificates.learner.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.kit.problem.ProblemException;

/** Reads learners from paths. */
@ApplicationScoped
public class KnownLearners {

    private final LearnerQuery learners;

    KnownLearners(LearnerQuery learners) {
        this.learners = learners;
    }

    /**
     * The learner with this username or e-mail address.
     *
     * @throws ProblemException 404 when nobody told us of such a learner
     */
    public Learner named(String usernameOrEmail) {
        return learners.byUsernameOrEmail(usernameOrEmail)
                .orElseThrow(() -> ProblemException.notFound("learner_not_found", "No such learner is known here."));
    }
}
