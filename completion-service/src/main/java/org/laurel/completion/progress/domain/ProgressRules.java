package org.laurel.completion.progress.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.CourseRow.Follows;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;

/**
 * How completions become sums (completion, event-driven design). A new value moves every sum above its block by the
 * difference to the old one; that equals a walk over the whole course, whatever the order of arrival. Sums that follow what the
 * learner saw before are first added up again, silently but for the course's own.
 */
public final class ProgressRules {

    private ProgressRules() {}

    /** Decides the commands of one learner in one course run, of which there is at least one. */
    public static ProgressDecision decide(KnownProgress known, List<ProgressCommand> commands, Instant now) {
        Arrival arrival = Arrival.of(known, commands);
        CourseView view = known.view();
        return view == null ? unbased(known, arrival, now) : new Moving(known, view, arrival, now).decision();
    }

    /** Before a structure is known, completions are kept and the learner is counted with nothing. */
    private static ProgressDecision unbased(KnownProgress known, Arrival arrival, Instant now) {
        CourseRow before = known.course();
        CourseRow after = new CourseRow(
                new Follows(Profile.UNBASED, before.follows().seenAt(), null),
                known.member(),
                Tally.NONE,
                before.revision(),
                before.version(),
                before.toldAt(),
                before.crossing(),
                arrival.clearedAt());
        Counters counters = new Counters(arrival.time(now));
        counters.course(before, after);
        return new ProgressDecision(
                known.key(),
                arrival.accepted(),
                arrival.created(),
                arrival.removed(),
                known.isStored() && after.equals(before) ? null : after,
                List.of(),
                List.of(),
                List.of(),
                counters.moved());
    }

    /** One decision in the making. */
    private static final class Moving {

        private final KnownProgress known;
        private final CourseView view;
        private final Arrival arrival;
        private final Instant now;
        private final Instant time;
        private final Map<Aggregate, Earned> deltas;
        private final Map<Aggregate, Earned> recounted;
        private final Counters counters;
        private final List<BlockRow> rows = new ArrayList<>();
        private final List<String> removed = new ArrayList<>();
        private final List<ProgressFact> facts = new ArrayList<>();

        Moving(KnownProgress known, CourseView view, Arrival arrival, Instant now) {
            this.known = known;
            this.view = view;
            this.arrival = arrival;
            this.now = now;
            time = time();
            deltas = arrival.deltas(view);
            recounted = known.isFromNothing() ? Sums.of(view, known.values()) : shifted();
            counters = new Counters(time);
        }

        /** What moved the sums last: the commands, or what came between them and the stored sums. */
        private Instant time() {
            Instant since = view.since();
            Instant arrived = arrival.time(since);
            boolean behind = known.recount() != null && known.recount().behind();
            return behind && since.isAfter(arrived) ? since : arrived;
        }

        ProgressDecision decision() {
            CourseRow before = known.course();
            moveBlocks();
            Tally sum = tally(view.course());
            boolean news = before.isNews(sum);
            long revision = facts.isEmpty() && !news ? before.revision() : before.revision() + 1;
            CourseRow after = crossed(new CourseRow(
                    known.recount() == null ? before.follows() : new Follows(view.profile(), now, view.until()),
                    known.member(),
                    sum,
                    revision,
                    news ? revision : before.version(),
                    news ? time : before.toldAt(),
                    before.crossing(),
                    arrival.clearedAt()));
            tellCourse(before, after);
            counters.course(before, after);
            return new ProgressDecision(
                    known.key(),
                    arrival.accepted(),
                    arrival.created(),
                    arrival.removed(),
                    known.isStored() && after.equals(before) ? null : after,
                    rows,
                    removed,
                    facts,
                    counters.moved());
        }

        /** By how much the stored sums have to move to follow the view. */
        private Map<Aggregate, Earned> shifted() {
            Map<Aggregate, Earned> shifted = new HashMap<>();
            known.change().blocks().forEach((blockKey, shares) -> {
                BlockCompletion completion = known.completions().get(blockKey);
                if (completion != null) {
                    shares.forEach(share ->
                            shifted.merge(share.aggregate(), Sums.earned(share, completion.units()), Earned::plus));
                }
            });
            return shifted;
        }

        private void moveBlocks() {
            List<Aggregate> affected = affected();
            affected.forEach(this::moveBlock);
            Set<String> still =
                    affected.stream().map(Aggregate::blockKey).collect(Collectors.toCollection(HashSet::new));
            known.rows().values().stream()
                    .filter(row -> !still.contains(row.blockKey()))
                    .filter(row ->
                            known.isFromNothing() || known.change().gone().contains(row.blockKey()))
                    .forEach(row -> keep(row, null));
        }

        private void moveBlock(Aggregate aggregate) {
            BlockRow before = known.rows().get(aggregate.blockKey());
            Tally sum = tally(aggregate);
            keep(before, sum.all().isNothing() ? null : new BlockRow(aggregate.blockKey(), sum));
            if (delta(aggregate).counted() != 0) {
                facts.add(progressed(aggregate, sum, known.course().revision() + 1));
            }
        }

        private void keep(@Nullable BlockRow before, @Nullable BlockRow after) {
            if (after != null && !after.equals(before)) {
                rows.add(after);
            } else if (after == null && before != null) {
                removed.add(before.blockKey());
            }
            counters.block(known.course().member(), before, known.member(), after);
        }

        /** The kept sums below the course whose rows may change, inner ones first. */
        private List<Aggregate> affected() {
            Stream<Aggregate> moved = Stream.concat(recounted.keySet().stream(), deltas.keySet().stream());
            Stream<Aggregate> reaching = known.change().kept().values().stream()
                    .filter(aggregate -> known.rows().containsKey(aggregate.blockKey()));
            return Stream.concat(moved, reaching)
                    .filter(aggregate -> !aggregate.isCourse())
                    .distinct()
                    .sorted(Comparator.comparingInt(Aggregate::number).reversed())
                    .toList();
        }

        private Tally tally(Aggregate aggregate) {
            return Tally.of(base(aggregate).plus(delta(aggregate)), aggregate);
        }

        /** The sum before the commands, as far as the view is concerned. */
        private Earned base(Aggregate aggregate) {
            Earned again = recounted.getOrDefault(aggregate, Earned.NOTHING);
            return known.isFromNothing() ? again : stored(aggregate).plus(again);
        }

        private Earned stored(Aggregate aggregate) {
            if (aggregate.isCourse()) {
                return known.course().tally().all();
            }
            BlockRow row = known.rows().get(aggregate.blockKey());
            return row == null ? Earned.NOTHING : row.tally().all();
        }

        private Earned delta(Aggregate aggregate) {
            return deltas.getOrDefault(aggregate, Earned.NOTHING);
        }

        private CourseRow crossed(CourseRow row) {
            return row.wasToldComplete() == known.course().wasToldComplete()
                    ? row
                    : row.crossing(new CourseRow.Crossing(row.version(), time));
        }

        private void tellCourse(CourseRow before, CourseRow after) {
            if (after.version() > before.version()) {
                facts.add(progressed(view.course(), after.tally(), after.version()));
            }
            if (after.wasToldComplete() != before.wasToldComplete()) {
                facts.add(new ProgressFact.CompletionCrossed(
                        known.key(), after.wasToldComplete(), after.version(), time, arrival.cause()));
            }
        }

        private ProgressFact progressed(Aggregate aggregate, Tally sum, long version) {
            return new ProgressFact.Progressed(known.key(), aggregate, sum, version, time, arrival.cause());
        }
    }
}
