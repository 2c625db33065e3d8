package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.db.Situations.Situation;
import org.laurel.completion.progress.domain.Depth;
import org.laurel.completion.progress.domain.Earned;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.domain.Sums;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseView;

/**
 * Reads the progress of learners: at most two statements, whatever their number. Sums that follow what a learner saw before
 * are added up in memory by what he sees now; a read writes nothing. Callers put the reads of one answer into one snapshot.
 */
@ApplicationScoped
public class ProgressReading {

    private final Situations situations;
    private final SumsReading sums;
    private final Clock clock;

    ProgressReading(Situations situations, SumsReading sums, Clock clock) {
        this.situations = situations;
        this.sums = sums;
        this.clock = clock;
    }

    /** A learner whose progress is wanted. */
    public record Wanted(CourseLearner key, String username) {}

    /** The progress of learners, in the order given. */
    public List<ProgressView> of(List<Wanted> wanted, Depth depth) {
        return of(wanted, depth, null);
    }

    /**
     * The same with all that the sum of a block needs.
     *
     * @param block of whatever type, null for none
     */
    List<ProgressView> of(List<Wanted> wanted, Depth depth, @Nullable String block) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<CourseLearner, Situation> found =
                situations.of(wanted.stream().map(Wanted::key).toList(), Set.of(), clock.instant());
        List<CourseLearner> counted = new ArrayList<>();
        List<CourseLearner> stored = new ArrayList<>();
        for (Situation one : found.values()) {
            CourseView view = one.view();
            if (view != null) {
                Depth needed = depth(view, depth, block);
                if (one.recount() || needed == Depth.COMPLETIONS) {
                    counted.add(one.key());
                } else if (needed == Depth.BLOCKS) {
                    stored.add(one.key());
                }
            }
        }
        SumsReading.Loaded loaded = sums.load(counted, stored);
        return wanted.stream()
                .map(one -> view(
                        one,
                        Objects.requireNonNull(found.get(one.key())),
                        loaded.completions().getOrDefault(one.key(), Map.of()),
                        loaded.rows().getOrDefault(one.key(), Map.of())))
                .toList();
    }

    /** Of blocks whose sum is not kept there are only completions. */
    private static Depth depth(CourseView view, Depth asked, @Nullable String block) {
        if (block == null || asked == Depth.COMPLETIONS) {
            return asked;
        }
        return view.block(block).map(view::keepsSum).orElse(true) ? Depth.BLOCKS : Depth.COMPLETIONS;
    }

    private static ProgressView view(
            Wanted wanted, Situation situation, Map<String, Long> completions, Map<String, Earned> rows) {
        CourseView view = situation.view();
        if (view == null) {
            return new ProgressView(wanted.key(), wanted.username(), null, Map.of(), Map.of());
        }
        if (situation.recount() || !completions.isEmpty()) {
            Map<Aggregate, Earned> sums = Sums.of(view, completions);
            return new ProgressView(wanted.key(), wanted.username(), view, sums, completions);
        }
        Map<Aggregate, Earned> earned = new HashMap<>();
        earned.put(view.course(), situation.course().tally().all());
        if (!rows.isEmpty()) {
            for (Aggregate aggregate : view.aggregates()) {
                Earned row = rows.get(aggregate.blockKey());
                if (row != null) {
                    earned.put(aggregate, row);
                }
            }
        }
        return new ProgressView(wanted.key(), wanted.username(), view, earned, Map.of());
    }
}
