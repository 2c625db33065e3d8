package org.laurel.enrollment.learner.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.enrollment.learner.db.LearnerQueries;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** The learners whom the caller may see: everybody for staff and service clients, otherwise the caller alone. */
@ApplicationScoped
public class VisibleLearners {

    private final LearnerQueries learners;
    private final Self self;
    private final Caller caller;

    VisibleLearners(LearnerQueries learners, Self self, Caller caller) {
        this.learners = learners;
        this.self = self;
        this.caller = caller;
    }

    /**
     * The learner with this id.
     *
     * @throws ProblemException 400 when it is no id; 404 when there is no such learner or the caller may not see it
     */
    public Learner find(String learnerId) {
        return learners.byId(id(learnerId).value())
                .filter(learner -> caller.isPrivileged() || self.is(learner))
                .orElseThrow(() -> ProblemException.notFound("learner_not_found", "There is no such learner."));
    }

    static LearnerId id(String text) {
        try {
            return new LearnerId(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("invalid_learner_id", String.valueOf(malformed.getMessage()));
        }
    }
}
