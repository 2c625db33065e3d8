package org.laurel.completion.progress.app;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.laurel.completion.progress.db.CompletionStore;
import org.laurel.completion.progress.db.CompletionStore.BlockOf;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.completion.progress.db.ProgressStore;
import org.laurel.completion.progress.domain.Count;
import org.laurel.completion.progress.domain.Counter;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.ProgressDecision;
import org.laurel.completion.progress.domain.ProgressFact;
import org.laurel.completion.progress.domain.ProgressOutcome;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/**
 * Takes block completions in and keeps the sums above them and the numbers of the course run: the one way in which progress
 * changes. At most eight statements for a call, the lock included, whatever the number of commands, and one for the statements of all
 * changes when those are made; one more for a structure that is not in memory yet, and four for each further hundred learners who
 * are counted from nothing.
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

    /**
     * Applies the commands; the order and repetition of completions make no difference to the result.
     *
     * @return what became of each learner in each course run
     */
    @Transactional
    public List<ProgressOutcome> apply(List<ProgressCommand> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        locks.lock(commands.stream()
                .map(command -> command.key().learnerId().value())
                .toList());
        Map<CourseLearner, List<ProgressCommand>> byLearner = commands.stream()
                .collect(Collectors.groupingBy(ProgressCommand::key, LinkedHashMap::new, Collectors.toList()));
        List<ProgressOutcome> outcomes = new ArrayList<>();
        List<ProgressFact> facts = new ArrayList<>();
        stored.parts(byLearner).forEachOrdered(part -> {
            List<ProgressDecision> decisions = stored.decide(part);
            save(decisions);
            for (ProgressDecision decision : decisions) {
                outcomes.add(ProgressOutcome.of(decision));
                facts.addAll(decision.facts());
            }
        });
        outbox.append(facts);
        followers.forEach(follower -> follower.progressed(facts));
        return outcomes;
    }

    private void save(List<ProgressDecision> decisions) {
        completions.save(
                all(
                        decisions,
                        one -> one.completions().stream()
                                .map(completion -> new CompletionStore.Written(one.key(), completion))),
                all(decisions, one -> one.forgotten().stream().map(key -> new BlockOf(one.key(), key))));
        sums.save(
                all(
                        decisions,
                        one -> Stream.ofNullable(one.course())
                                .map(row -> new ProgressStore.WrittenCourse(one.key(), row))),
                all(decisions, one -> one.rows().stream().map(row -> new ProgressStore.WrittenBlock(one.key(), row))),
                all(decisions, one -> one.removed().stream().map(key -> new BlockOf(one.key(), key))),
                moved(decisions));
    }

    private static <T> List<T> all(List<ProgressDecision> decisions, Function<ProgressDecision, Stream<T>> part) {
        return decisions.stream().flatMap(part).toList();
    }

    /** All learners' movements of one number of a course run together. */
    private static List<CounterStore.Moved> moved(List<ProgressDecision> decisions) {
        Map<CourseKey, Map<Counter, Count>> together = new HashMap<>();
        for (ProgressDecision decision : decisions) {
            Map<Counter, Count> ofCourse =
                    together.computeIfAbsent(decision.key().courseKey(), key -> new HashMap<>());
            decision.counters().forEach((counter, count) -> ofCourse.merge(counter, count, Count::plus));
        }
        List<CounterStore.Moved> moved = new ArrayList<>();
        together.forEach((courseKey, counts) -> counts.forEach((counter, count) -> {
            if (!count.equals(Count.NONE)) {
                moved.add(new CounterStore.Moved(courseKey, counter, count));
            }
        }));
        return moved;
    }
}
