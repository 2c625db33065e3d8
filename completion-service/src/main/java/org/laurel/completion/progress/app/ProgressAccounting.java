package org.laurel.completion.progress.app;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.completion.progress.db.CompletionStore;
import org.laurel.completion.progress.db.ProgressStore;
import org.laurel.completion.progress.domain.CourseLearner;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.ProgressDecision;
import org.laurel.completion.progress.domain.ProgressFact;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Takes block completions in and keeps the sums above them: the one way in which progress changes. Nine statements for a call,
 * whatever the number of commands, and one more for a structure that is not in memory yet.
 */
@ApplicationScoped
public class ProgressAccounting {

    private final KeyLocks locks;
    private final StoredProgress stored;
    private final CompletionStore completions;
    private final ProgressStore sums;
    private final Outbox outbox;
    private final List<ProgressFollower> followers;

    ProgressAccounting(
            KeyLocks locks,
            StoredProgress stored,
            CompletionStore completions,
            ProgressStore sums,
            Outbox outbox,
            @All List<ProgressFollower> followers) {
        this.locks = locks;
        this.stored = stored;
        this.completions = completions;
        this.sums = sums;
        this.outbox = outbox;
        this.followers = followers;
    }

    /** Applies the commands; the order and repetition of completions make no difference to the result. */
    @Transactional
    public void apply(List<ProgressCommand> commands) {
        locks.lock(commands.stream()
                .map(command -> command.key().learnerId().value())
                .toList());
        Map<CourseLearner, List<ProgressCommand>> byLearner = commands.stream()
                .collect(Collectors.groupingBy(ProgressCommand::key, LinkedHashMap::new, Collectors.toList()));
        save(stored.decide(byLearner));
    }

    private void save(List<ProgressDecision> decisions) {
        completions.save(decisions.stream()
                .flatMap(decision -> decision.completions().stream()
                        .map(completion -> new CompletionStore.Written(decision.key(), completion)))
                .toList());
        sums.saveCourses(decisions.stream()
                .flatMap(decision -> Stream.ofNullable(decision.course())
                        .map(row -> new ProgressStore.WrittenCourse(decision.key(), row)))
                .toList());
        sums.saveBlocks(decisions.stream()
                .flatMap(decision ->
                        decision.rows().stream().map(row -> new ProgressStore.WrittenBlock(decision.key(), row)))
                .toList());
        List<ProgressFact> facts = decisions.stream()
                .flatMap(decision -> decision.facts().stream())
                .toList();
        outbox.append(facts);
        followers.forEach(follower -> follower.progressed(facts));
    }
}
