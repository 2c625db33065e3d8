package org.laurel.kit.retirement;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.erasure.Erasure;
import org.laurel.kit.job.Jobs;

/**
 * Erases what is the learners' own, what followers keep elsewhere, the rows about them and what the kit keeps of them, and
 * leaves rows about others, which may be any number, and the traces of operators to {@link OthersRowsJob}. The number of
 * statements does not depend on that of the learners.
 */
@ApplicationScoped
class TraceErasure {

    private final RetiredPeople people;
    private final PersonalDataErasure tables;
    private final WaitingErasures waiting;
    private final List<RetirementFollower> followers;
    private final Erasure kit;
    private final Jobs jobs;

    TraceErasure(
            RetiredPeople people,
            PersonalDataErasure tables,
            WaitingErasures waiting,
            @All List<RetirementFollower> followers,
            Erasure kit,
            Jobs jobs) {
        this.people = people;
        this.tables = tables;
        this.waiting = waiting;
        this.followers = followers;
        this.kit = kit;
        this.jobs = jobs;
    }

    /**
     * What was done.
     *
     * @param rows how many rows of this service's tables were changed
     * @param waiting those who wait for the job, because rows about others may name them
     */
    record Erased(int rows, Set<LearnerId> waiting) {}

    /** Erases in the current transaction. */
    Erased erase(Set<LearnerId> learners) {
        Map<LearnerId, Set<String>> words = people.words(learners);
        List<Actor> usernames = people.usernames(learners);
        Set<LearnerId> actors = people.haveActed(learners);
        followers.forEach(follower -> follower.erase(learners));
        int rows = tables.erase(learners, usernames);
        kit.erase(words.entrySet().stream()
                .collect(Collectors.toMap(known -> known.getKey().value(), Map.Entry::getValue)));
        return new Erased(rows, leaveToTheJob(words, usernames, actors));
    }

    private Set<LearnerId> leaveToTheJob(
            Map<LearnerId, Set<String>> words, List<Actor> usernames, Set<LearnerId> actors) {
        Map<LearnerId, Set<String>> wanted = new HashMap<>(words);
        wanted.values().removeIf(Set::isEmpty);
        if (!wanted.isEmpty()) {
            waiting.add(
                    wanted,
                    usernames.stream()
                            .filter(actor -> actors.contains(actor.learnerId()))
                            .toList());
            jobs.submit(OthersRowsJob.KIND, OthersRowsJob.ALL, "retirement");
        }
        return Set.copyOf(wanted.keySet());
    }
}
