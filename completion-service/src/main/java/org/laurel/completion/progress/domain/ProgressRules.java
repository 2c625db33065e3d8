package org.laurel.completion.progress.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.StructureIndex;

/**
 * How completions become sums (completion, event-driven design). A new value moves every sum above its block by the
 * difference to the old one; that equals a walk over the whole course, whatever the order of arrival. Sums that follow an older
 * structure are first added up again, silently but for the course's own.
 */
public final class ProgressRules {

    private ProgressRules() {}

    /**
     * Decides the commands of one learner in one course run, of which there is at least one.
     *
     * @param index of the newest structure, null before any is known
     */
    public static ProgressDecision decide(
            KnownProgress known, @Nullable StructureIndex index, List<ProgressCommand> commands) {
        Arrival arrival = Arrival.of(known.completions(), commands);
        if (index == null) {
            CourseRow row = known.course() == null ? CourseRow.UNBASED : null;
            return new ProgressDecision(known.key(), arrival.accepted(), row, List.of(), List.of());
        }
        Moved moved = new Moved(base(known, index), arrival.deltas(index), arrival, arrival.time(index.occurredAt()));
        List<BlockRow> rows = new ArrayList<>();
        List<ProgressFact> facts = new ArrayList<>();
        moveBlocks(known, index, moved, rows, facts);
        CourseRow before = known.course() == null ? CourseRow.UNBASED : known.course();
        CourseRow after = before.next(index.id(), moved.tally(index.course()));
        facts.addAll(courseFacts(known.key(), index.course(), before, after, moved));
        CourseRow written = after.equals(known.course()) ? null : after;
        return new ProgressDecision(known.key(), arrival.accepted(), written, rows, facts);
    }

    /** Sums as they were, by how much they move, and because of what. */
    private record Moved(Map<String, Long> base, Map<String, Long> deltas, Arrival arrival, Instant time) {

        long delta(Aggregate aggregate) {
            return deltas.getOrDefault(aggregate.blockKey(), 0L);
        }

        Tally tally(Aggregate aggregate) {
            long earned = base.getOrDefault(aggregate.blockKey(), 0L) + delta(aggregate);
            return new Tally(earned, aggregate.possible());
        }

        ProgressFact progressed(CourseLearner key, Aggregate aggregate, long version) {
            return new ProgressFact.Progressed(key, aggregate, tally(aggregate), version, time, arrival.cause());
        }
    }

    private static void moveBlocks(
            KnownProgress known, StructureIndex index, Moved moved, List<BlockRow> rows, List<ProgressFact> facts) {
        for (Aggregate aggregate : affected(known, index, moved.arrival())) {
            String blockKey = aggregate.blockKey();
            BlockRow row = known.rows().getOrDefault(blockKey, BlockRow.untouched(blockKey));
            long earned = moved.tally(aggregate).earned();
            if (moved.delta(aggregate) != 0 || earned != row.earned()) {
                rows.add(new BlockRow(blockKey, earned, row.version() + 1));
            }
            if (moved.delta(aggregate) != 0) {
                facts.add(moved.progressed(known.key(), aggregate, row.version() + 1));
            }
        }
    }

    /** The sums before the commands: as stored, or added up when they follow another structure. */
    private static Map<String, Long> base(KnownProgress known, StructureIndex index) {
        CourseRow course = known.course();
        if (course == null || !KnownProgress.follows(course, index)) {
            return Sums.of(index, known.completions().values());
        }
        Map<String, Long> stored = new HashMap<>();
        known.rows().forEach((blockKey, row) -> stored.put(blockKey, row.earned()));
        stored.put(index.course().blockKey(), course.tally().earned());
        return stored;
    }

    /** The aggregates below the course whose rows may change, in an order in which inner ones come first. */
    private static List<Aggregate> affected(KnownProgress known, StructureIndex index, Arrival arrival) {
        if (KnownProgress.follows(known.course(), index)) {
            return arrival.above(index);
        }
        List<Aggregate> aggregates = index.aggregates();
        return aggregates.subList(1, aggregates.size()).reversed();
    }

    private static List<ProgressFact> courseFacts(
            CourseLearner key, Aggregate course, CourseRow before, CourseRow after, Moved moved) {
        List<ProgressFact> facts = new ArrayList<>(2);
        if (after.version() > before.version()) {
            facts.add(moved.progressed(key, course, after.version()));
        }
        if (after.wasToldComplete() != before.wasToldComplete()) {
            facts.add(new ProgressFact.CompletionCrossed(
                    key,
                    after.wasToldComplete(),
                    after.version(),
                    moved.time(),
                    moved.arrival().cause()));
        }
        return facts;
    }
}
