package org.laurel.bridge.outbound.app;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.bridge.outbound.domain.OpenEdxFact;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.retirement.Retire;
import org.laurel.kit.retirement.RetirementFollower;

/**
 * Nobody will tell any more who a retired learner is, so what waits for that is sent with the id alone. What cannot be told now
 * goes on waiting, since nobody tells of a retired learner's credentials again: {@link OverdueSending} sends it.
 */
@Singleton
class RetiredSending implements RetirementFollower {

    private final DuePrograms due;
    private final Outbox outbox;

    RetiredSending(DuePrograms due, Outbox outbox) {
        this.due = due;
        this.outbox = outbox;
    }

    @Override
    public void retired(List<Retire> added) {
        List<LearnerId> learners = added.stream().map(Retire::learnerId).toList();
        outbox.append(due.takeIfSent(learners).stream()
                .map(told ->
                        new OpenEdxFact.ProgramTold(told.notice(), told.person().withoutNames()))
                .toList());
    }
}
