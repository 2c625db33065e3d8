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
        Map<String, Long> base = base(known, index);
        Map<String, Long> deltas = arrival.deltas(index);
        Instant time = arrival.time(index.occurredAt());
        List<BlockRow> rows = new ArrayList<>();
        List<ProgressFact> facts = new ArrayList<>();
        for (Aggregate aggregate : below(index)) {
            String blockKey = aggregate.blockKey();
            BlockRow row = known.rows().getOrDefault(blockKey, BlockRow.untouched(blockKey));
            long delta = deltas.getOrDefault(blockKey, 0L);
            long earned = base.getOrDefault(blockKey, 0L) + delta;
            if (delta != 0 || earned != row.earned()) {
                BlockRow next = new BlockRow(blockKey, earned, row.version() + 1);
                rows.add(next);
                if (delta != 0) {
                    Tally tally = new Tally(earned, aggregate.possible());
                    facts.add(new ProgressFact.Progressed(
                            known.key(), aggregate, tally, next.version(), time, arrival.cause()));
                }
            }
        }
        String root = index.course().blockKey();
        long earned = base.getOrDefault(root, 0L) + deltas.getOrDefault(root, 0L);
        CourseRow before = known.course() == null ? CourseRow.UNBASED : known.course();
        CourseRow after =
                before.next(index.id(), new Tally(earned, index.course().possible()));
        facts.addAll(courseFacts(known.key(), index.course(), before, after, arrival, time));
        CourseRow written = after.equals(known.course()) ? null : after;
        return new ProgressDecision(known.key(), arrival.accepted(), written, rows, facts);
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

    /** The aggregates below the course, in an order in which inner ones come first. */
    private static List<Aggregate> below(StructureIndex index) {
        List<Aggregate> aggregates = index.aggregates();
        return aggregates.subList(1, aggregates.size()).reversed();
    }

    private static List<ProgressFact> courseFacts(
            CourseLearner key, Aggregate course, CourseRow before, CourseRow after, Arrival arrival, Instant time) {
        List<ProgressFact> facts = new ArrayList<>(2);
        if (after.version() > before.version()) {
            facts.add(new ProgressFact.Progressed(key, course, after.tally(), after.version(), time, arrival.cause()));
        }
        if (after.wasToldComplete() != before.wasToldComplete()) {
            facts.add(new ProgressFact.CompletionCrossed(
                    key, after.wasToldComplete(), after.version(), time, arrival.cause()));
        }
        return facts;
    }
}
