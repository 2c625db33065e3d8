package org.laurel.enrollment.learner.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.SubmitLearner;
import org.laurel.kit.event.UnprocessableEvent;

/** Hands what events tell of learners to {@link LearnerRegistration}. */
@ApplicationScoped
public class LearnerIntake {

    private final LearnerRegistration registration;

    LearnerIntake(LearnerRegistration registration) {
        this.registration = registration;
    }

    /**
     * Applies the commands.
     *
     * @throws UnprocessableEvent when a username or email address belongs to another learner: the record is parked, so that an
     *     operator can mend the clash and replay it
     */
    public void take(List<SubmitLearner> commands) {
        for (LearnerOutcome outcome : registration.apply(commands)) {
            if (outcome instanceof LearnerOutcome.Refused refused) {
                throw new UnprocessableEvent(
                        refused.clash().code(), refused.clash().detail());
            }
        }
    }
}
