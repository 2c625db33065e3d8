package org.laurel.completion.progress.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.StructureIndex;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** One learner's rows in memory, handed to the rules just as the use case does: no more than what a call needs. */
final class MemoryLearner {

    private final CourseLearner key;
    private final Map<String, BlockCompletion> completions = new HashMap<>();
    private final Map<String, BlockRow> rows = new HashMap<>();
    private final List<ProgressFact> told = new ArrayList<>();
    private @Nullable CourseRow course;
    private @Nullable StructureIndex index;

    MemoryLearner(CourseKey courseKey) {
        key = new CourseLearner(courseKey, new LearnerId("7"));
    }

    /** A structure is published; the job comes round when {@code rebase} is true. */
    void publish(StructureIndex newest, boolean rebase) {
        index = newest;
        if (rebase && course != null) {
            apply(List.of(new ProgressCommand.Rebase(key, Cause.of("job", "job"))));
        }
    }

    void submit(ProgressCommand... commands) {
        apply(List.of(commands));
    }

    ProgressCommand completion(String blockKey, long units, Instant at) {
        Cause cause = Cause.of("platform", blockKey + at + units);
        FactOrder place = new FactOrder(at, FactOrder.NO_SEQUENCE, 0, cause.by(), cause.id());
        return new ProgressCommand.Submit(key, blockKey, units, place, false, cause);
    }

    private void apply(List<ProgressCommand> commands) {
        ProgressDecision decision = ProgressRules.decide(known(commands), index, commands);
        decision.completions().forEach(one -> completions.put(one.blockKey(), one));
        decision.rows().forEach(row -> rows.put(row.blockKey(), row));
        course = decision.course() == null ? course : decision.course();
        told.addAll(decision.facts());
    }

    private KnownProgress known(List<ProgressCommand> commands) {
        StructureIndex newest = index;
        if (newest == null || !KnownProgress.follows(course, newest)) {
            return new KnownProgress(key, course, Map.copyOf(completions), Map.copyOf(rows));
        }
        Set<String> touched = new HashSet<>();
        Set<String> above = new HashSet<>();
        for (ProgressCommand command : commands) {
            if (command instanceof ProgressCommand.Submit submit) {
                touched.add(submit.blockKey());
                newest.sharesOf(submit.blockKey())
                        .forEach(share -> above.add(newest.aggregate(share).blockKey()));
            }
        }
        Map<String, BlockCompletion> some = new HashMap<>(completions);
        some.keySet().retainAll(touched);
        Map<String, BlockRow> sums = new HashMap<>(rows);
        sums.keySet().retainAll(above);
        return new KnownProgress(key, course, some, sums);
    }

    /** The stored sum of an aggregated block. */
    long earned(String blockKey) {
        if (index != null && index.course().blockKey().equals(blockKey)) {
            return course == null ? 0 : course.tally().earned();
        }
        BlockRow row = rows.get(blockKey);
        return row == null ? 0 : row.earned();
    }

    @Nullable CourseRow course() {
        return course;
    }

    Map<String, Long> values() {
        Map<String, Long> values = new HashMap<>();
        completions.forEach((blockKey, one) -> values.put(blockKey, one.units()));
        return values;
    }

    List<ProgressFact> told() {
        return told;
    }

    /** What was told since the last call. */
    List<ProgressFact> news() {
        List<ProgressFact> news = List.copyOf(told);
        told.clear();
        return news;
    }
}
