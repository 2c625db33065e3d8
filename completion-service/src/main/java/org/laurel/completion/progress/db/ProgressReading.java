package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.laurel.completion.progress.db.Situations.Situation;
import org.laurel.completion.progress.domain.BlockCompletion;
import org.laurel.completion.progress.domain.BlockRow;
import org.laurel.completion.progress.domain.Depth;
import org.laurel.completion.progress.domain.Earned;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.domain.Sums;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseView;

/**
 * Reads the progress of learners: at most three statements, whatever their number. Sums that follow what a learner saw before
 * are added up in memory by what he sees now; a read writes nothing. Callers put the reads of one answer into one snapshot.
 */
@ApplicationScoped
public class ProgressReading {

    private final Situations situations;
    private final CompletionStore completions;
    private final ProgressStore sums;
    private final Clock clock;

    ProgressReading(Situations situations, CompletionStore completions, ProgressStore sums, Clock clock) {
        this.situations = situations;
        this.completions = completions;
        this.sums = sums;
        this.clock = clock;
    }

    /** A learner whose progress is wanted. */
    public record Wanted(CourseLearner key, String username) {}

    /** The progress of learners, in the order given. */
    public List<ProgressView> of(List<Wanted> wanted, Depth depth) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<CourseLearner, Situation> found =
                situations.of(wanted.stream().map(Wanted::key).toList(), Set.of(), clock.instant());
        List<CourseLearner> counted = found.values().stream()
                .filter(one -> one.view() != null && (one.recount() || depth == Depth.COMPLETIONS))
                .map(Situation::key)
                .toList();
        List<CourseLearner> stored = depth == Depth.BLOCKS
                ? found.values().stream()
                        .filter(one -> one.view() != null && !one.recount())
                        .map(Situation::key)
                        .toList()
                : List.of();
        var values = counted.isEmpty()
                ? Map.<CourseLearner, Map<String, BlockCompletion>>of()
                : completions.load(List.of(), counted);
        var rows = stored.isEmpty() ? Map.<CourseLearner, Map<String, BlockRow>>of() : sums.blocks(List.of(), stored);
        return wanted.stream()
                .map(one -> view(
                        one,
                        Objects.requireNonNull(found.get(one.key())),
                        values.getOrDefault(one.key(), Map.of()).values(),
                        rows.getOrDefault(one.key(), Map.of())))
                .toList();
    }

    private static ProgressView view(
            Wanted wanted, Situation situation, Collection<BlockCompletion> completions, Map<String, BlockRow> rows) {
        CourseView view = situation.view();
        if (view == null) {
            return new ProgressView(wanted.key(), wanted.username(), null, Map.of(), List.of());
        }
        if (situation.recount() || !completions.isEmpty()) {
            Map<Aggregate, Earned> sums = Sums.of(view, completions);
            return new ProgressView(wanted.key(), wanted.username(), view, sums, completions);
        }
        Map<Aggregate, Earned> earned = new HashMap<>();
        earned.put(view.course(), situation.course().tally().all());
        if (!rows.isEmpty()) {
            for (Aggregate aggregate : view.aggregates()) {
                BlockRow row = rows.get(aggregate.blockKey());
                if (row != null) {
                    earned.put(aggregate, row.tally().all());
                }
            }
        }
        return new ProgressView(wanted.key(), wanted.username(), view, earned, List.of());
    }
}
