package org.laurel.kit.retirement;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/**
 * Retires learners: their personal data is erased everywhere in this service, and what arrives later brings none of it back.
 * What is the learner's own goes at once; rows about others that name the learner are left to a job, which reports the learner
 * as erased. Source: decisions, everywhere 8.
 */
@ApplicationScoped
public class Retirement {

    private final KeyLocks locks;
    private final RetiredPeople people;
    private final TraceErasure traces;
    private final ErasureReport report;
    private final List<RetirementFollower> followers;

    Retirement(
            KeyLocks locks,
            RetiredPeople people,
            TraceErasure traces,
            ErasureReport report,
            @All List<RetirementFollower> followers) {
        this.locks = locks;
        this.people = people;
        this.traces = traces;
        this.report = report;
        this.followers = followers;
    }

    /** Retires the learners; one who is retired already stays as he is and is not reported again. */
    @Transactional
    public void apply(List<Retire> commands) {
        locks.lock(commands.stream().map(retire -> retire.learnerId().value()).toList());
        Set<LearnerId> added = people.add(commands);
        if (added.isEmpty()) {
            return;
        }
        List<Retire> retired = commands.stream()
                .filter(retire -> added.contains(retire.learnerId()))
                .toList();
        followers.forEach(follower -> follower.retired(retired));
        Set<LearnerId> waiting = traces.erase(added).waiting();
        report.apply(
                added.stream().filter(learner -> !waiting.contains(learner)).toList());
    }
}
