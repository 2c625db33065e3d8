package org.laurel.completion.progress.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.KnownProgress.Recount;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Standing;
import org.laurel.completion.structure.domain.Assignments;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.ViewChange;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** One learner's rows in memory, handed to the rules just as the use case does: no more than what a call needs. */
final class MemoryLearner {

    private final CourseLearner key;
    private final Map<String, BlockCompletion> completions = new HashMap<>();
    private final Map<String, BlockRow> rows = new HashMap<>();
    private final Map<Counter, Count> counters = new HashMap<>();
    private final List<ProgressFact> told = new ArrayList<>();
    private CourseRow course = CourseRow.NEW;
    private boolean stored;
    private Standing standing = Standing.UNKNOWN;
    private final Map<Long, CourseGraph> graphs = new HashMap<>();
    private @Nullable CourseGraph graph;
    private Assignments counted = Assignments.NONE;
    private Instant now = Instant.parse("2026-06-01T00:00:00Z");

    MemoryLearner(CourseKey courseKey) {
        key = new CourseLearner(courseKey, new LearnerId("7"));
    }

    /** A structure is published; the job comes round when {@code rebase} is true. */
    void publish(CourseGraph newest, boolean rebase) {
        graph = newest;
        graphs.put(newest.id(), newest);
        if (rebase && stored) {
            recount();
        }
    }

    /** Other services tell something of the learner. */
    void stand(Standing changed) {
        standing = changed;
        recount();
    }

    /** Time goes by; the job that follows releases has not come round. */
    void waitUntil(Instant time) {
        now = time;
    }

    void recount() {
        apply(List.of(new ProgressCommand.Recount(key, null, false, Cause.of("job", "job"))));
    }

    void clear(Instant at) {
        apply(List.of(new ProgressCommand.Clear(key, at, Cause.of("staff", "clear"))));
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
        ProgressDecision decision = ProgressRules.decide(known(commands), commands, now);
        decision.forgotten().forEach(completions::remove);
        decision.completions().forEach(one -> completions.put(one.blockKey(), one));
        decision.removed().forEach(rows::remove);
        decision.rows().forEach(row -> rows.put(row.blockKey(), row));
        decision.counters().forEach((counter, count) -> counters.merge(counter, count, Count::plus));
        counters.values().removeIf(Count.NONE::equals);
        stored = stored || decision.course() != null;
        counted = standing.assignments();
        course = decision.course() == null ? course : decision.course();
        told.addAll(decision.facts());
    }

    private KnownProgress known(List<ProgressCommand> commands) {
        boolean asked = commands.stream().anyMatch(command -> !(command instanceof ProgressCommand.Submit));
        boolean clears = commands.stream().anyMatch(ProgressCommand.Clear.class::isInstance);
        CourseGraph newest = graph;
        boolean current = newest == null
                ? course.follows().profile().structureId() == 0
                : course.follows().isCurrent(newest, now);
        boolean again = asked || !stored || !current;
        CourseView view = again || newest == null
                ? view()
                : CourseView.of(newest, course.follows().profile())
                        .with(standing.assignments(), course.follows().asOf(now));
        Set<String> touched = new HashSet<>();
        Set<String> above = new HashSet<>();
        for (ProgressCommand command : commands) {
            if (command instanceof ProgressCommand.Submit submit) {
                touched.add(submit.blockKey());
                if (view != null) {
                    view.sharesOf(submit.blockKey())
                            .forEach(share -> above.add(share.aggregate().blockKey()));
                }
            }
        }
        ViewChange change = again && !clears ? change(view) : null;
        if (change != null) {
            touched.addAll(change.blocks().keySet());
            above.addAll(change.kept().keySet());
            above.addAll(change.gone());
        }
        Map<String, BlockCompletion> some = new HashMap<>(completions);
        Map<String, BlockRow> sums = new HashMap<>(rows);
        if (!clears) {
            some.keySet().retainAll(touched);
        }
        if (!again || change != null) {
            sums.keySet().retainAll(above);
        }
        Map<String, Long> values = change == null ? values() : Map.of();
        Recount recount = again ? new Recount(standing, stored, stored && !current, change, values) : null;
        return new KnownProgress(key, course, view, recount, some, sums);
    }

    /** As the database's reader finds it. */
    private @Nullable ViewChange change(@Nullable CourseView view) {
        CourseGraph before = graphs.get(course.follows().profile().structureId());
        if (!stored || before == null || view == null) {
            return null;
        }
        boolean movable = counted.isEmpty()
                && standing.assignments().isEmpty()
                && course.member().equals(standing.membership());
        return movable
                ? ViewChange.between(CourseView.of(before, course.follows().profile()), view)
                : null;
    }

    /** What the learner sees now, null before a structure is known. */
    @Nullable CourseView view() {
        return graph == null
                ? null
                : CourseView.of(graph, graph.profile(standing.viewer(), now)).with(standing.assignments(), now);
    }

    /** The stored sum of a block. */
    Tally tally(String blockKey) {
        CourseView view = view();
        if (view != null && view.course().blockKey().equals(blockKey)) {
            return course.tally();
        }
        BlockRow row = rows.get(blockKey);
        return row == null ? Tally.NONE : row.tally();
    }

    /** The stored sum of a block, without what is optional. */
    long earned(String blockKey) {
        return tally(blockKey).earned();
    }

    Set<String> rowKeys() {
        return Set.copyOf(rows.keySet());
    }

    CourseRow course() {
        return course;
    }

    Standing standing() {
        return standing;
    }

    Instant now() {
        return now;
    }

    Map<Counter, Count> counters() {
        return counters;
    }

    Map<String, Long> values() {
        Map<String, Long> values = new HashMap<>();
        completions.forEach((blockKey, one) -> values.put(blockKey, one.units()));
        return values;
    }

    BlockCompletion completionOf(String blockKey) {
        return Objects.requireNonNull(completions.get(blockKey));
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
