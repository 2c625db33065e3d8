package org.laurel.enrollment.learner.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.domain.LearnerOutcome.Refused;
import org.laurel.enrollment.learner.domain.SubmitLearner;
import org.laurel.kit.event.UnprocessableEvent;

/** Hands what events tell of learners to {@link LearnerRegistration}. */
@ApplicationScoped
public class LearnerIntake {

    private final LearnerRegistration registration;
    private final MeterRegistry metrics;

    LearnerIntake(LearnerRegistration registration, MeterRegistry metrics) {
        this.registration = registration;
        this.metrics = metrics;
    }

    /**
     * Applies what was told of learners on purpose. What is told of those who left, or are about to, is counted and ignored.
     *
     * @throws UnprocessableEvent when an account breaks a rule, or its username or email address belongs to another learner:
     *     the record is parked, so that an operator can mend the cause and replay it
     */
    public void take(List<SubmitLearner> commands) {
        List<Refused> refusals = refusals(commands);
        refusals.stream().filter(refused -> !refused.objection().isDeparture()).forEach(LearnerIntake::park);
        refusals.forEach(this::count);
    }

    /**
     * Applies what was told of learners in passing. A known learner stays as is when the new values are refused, which is
     * counted; what came with them can be applied.
     *
     * @throws UnprocessableEvent when an account is refused and the learner is not known
     */
    public void takeAlong(List<SubmitLearner> commands) {
        List<Refused> refusals = refusals(commands);
        refusals.stream()
                .filter(refused -> refused.current() == null)
                .filter(refused -> !refused.objection().isDeparture())
                .forEach(LearnerIntake::park);
        refusals.forEach(this::count);
    }

    private List<Refused> refusals(List<SubmitLearner> commands) {
        return registration.apply(commands).stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
    }

    private void count(Refused refused) {
        metrics.counter("laurel.learner.refused", "reason", refused.objection().code())
                .increment();
    }

    private static void park(Refused refused) {
        throw new UnprocessableEvent(
                refused.objection().code(), refused.objection().detail());
    }
}
