package org.laurel.enrollment.retirement.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.retirement.db.RetirementQueries;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.enrollment.retirement.domain.RetirementStates;
import org.laurel.kit.problem.ProblemException;

/** Whom a driver may work on: somebody whose retirement has begun and has not come to a dead end. */
@ApplicationScoped
class Retirees {

    private final RetirementQueries retirements;
    private final RetirementPolicy policy;

    Retirees(RetirementQueries retirements, RetirementPolicy policy) {
        this.retirements = retirements;
        this.policy = policy;
    }

    /** A request of a driver for one learner. */
    record Request(@Nullable String username) {}

    /**
     * The retirement of the learner.
     *
     * @throws ProblemException 400 without a username, or when the retirement is pending or at a dead end; 404 without one
     */
    LearnerRetirement workable(@Nullable Request request) {
        LearnerRetirement retirement = any(request);
        if (retirement.state().equals(RetirementStates.PENDING)
                || policy.states().isDeadEnd(retirement.state())) {
            throw ProblemException.badRequest(
                    "retirement_not_in_work", "The retirement is pending, or has come to a dead end.");
        }
        return retirement;
    }

    private LearnerRetirement any(@Nullable Request request) {
        if (request == null || request.username() == null) {
            throw ProblemException.badRequest("username_missing", "username is missing.");
        }
        return retirements
                .byUsername(request.username())
                .orElseThrow(() ->
                        ProblemException.notFound("retirement_not_found", "This user has asked for no retirement."));
    }
}
