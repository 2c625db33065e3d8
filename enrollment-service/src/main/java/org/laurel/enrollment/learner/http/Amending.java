package org.laurel.enrollment.learner.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.domain.AmendLearner;
import org.laurel.enrollment.learner.domain.Amendment;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.sql.DatabaseException;

/** Amends one learner for a request. */
@ApplicationScoped
public class Amending {

    private final LearnerRegistration registration;
    private final Clock clock;

    Amending(LearnerRegistration registration, Clock clock) {
        this.registration = registration;
        this.clock = clock;
    }

    /**
     * The learner with the amendments.
     *
     * @throws ProblemException 400 when a value breaks a rule, 404 when there is no such learner, 409 when another learner has
     *     the username or email address
     */
    public Learner amend(LearnerId id, List<Amendment> amendments, Cause cause) {
        AmendLearner command =
                new AmendLearner(id, amendments, new BusinessTime.Asked(clock.instant(), cause.id()), cause);
        return switch (apply(command)) {
            case LearnerOutcome.Changed changed -> changed.after();
            case LearnerOutcome.Unchanged unchanged -> unchanged.learner();
            case LearnerOutcome.Refused refused -> throw refused(refused.objection());
            case LearnerOutcome.Unknown unknown ->
                throw ProblemException.notFound("learner_not_found", "There is no such learner.");
        };
    }

    private LearnerOutcome apply(AmendLearner command) {
        try {
            return registration.apply(List.of(command)).getFirst();
        } catch (DatabaseException failure) {
            throw Clash.in(failure).map(Amending::refused).orElseThrow(() -> failure);
        }
    }

    private static ProblemException refused(Objection objection) {
        return new ProblemException(Problem.of(objection.isClash() ? 409 : 400, objection.code(), objection.detail()));
    }
}
