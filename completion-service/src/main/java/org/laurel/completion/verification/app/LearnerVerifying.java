package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.CompletionStore;
import org.laurel.completion.progress.db.ProgressStore;
import org.laurel.completion.progress.db.Situations;
import org.laurel.completion.progress.db.Situations.Situation;
import org.laurel.completion.progress.domain.BlockCompletion;
import org.laurel.completion.progress.domain.BlockRow;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.db.StructureQuery;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.verification.db.VerificationCandidates;
import org.laurel.completion.verification.db.VerificationCandidates.Candidate;
import org.laurel.completion.verification.db.VerificationCandidates.Position;
import org.laurel.completion.verification.domain.Comparison;
import org.laurel.completion.verification.domain.Difference;
import org.laurel.completion.verification.domain.FullWalk;
import org.laurel.completion.verification.domain.Verification;

/**
 * Compares what is stored of learners with walks, all of one snapshot of the database: what changes progress changes all of it in
 * one transaction, so nobody has to wait, and nothing is taken for a difference that is only on its way.
 */
@ApplicationScoped
class LearnerVerifying {

    private final SnapshotReading snapshot;
    private final VerificationCandidates candidates;
    private final Situations situations;
    private final CompletionStore completions;
    private final ProgressStore sums;
    private final StructureQuery structures;
    private final Clock clock;

    LearnerVerifying(
            SnapshotReading snapshot,
            VerificationCandidates candidates,
            Situations situations,
            CompletionStore completions,
            ProgressStore sums,
            StructureQuery structures,
            Clock clock) {
        this.snapshot = snapshot;
        this.candidates = candidates;
        this.situations = situations;
        this.completions = completions;
        this.sums = sums;
        this.structures = structures;
        this.clock = clock;
    }

    /**
     * What came out for some learners of a course run.
     *
     * @param learners in order, whatever came out
     * @param behind how many of them are not compared
     * @param differences in order
     */
    record Compared(List<CourseLearner> learners, int behind, List<Difference> differences) {

        /** Those whose rows differ. */
        List<CourseLearner> different() {
            return differences.stream()
                    .map(one -> new CourseLearner(one.courseKey(), Objects.requireNonNull(one.learnerId())))
                    .distinct()
                    .toList();
        }
    }

    /** Compares the next learners of a verification; none are left when nothing comes back. */
    public Compared next(Verification verification, Position after, int limit) {
        return snapshot.read(() -> {
            List<Candidate> found = candidates.next(verification.id(), verification.scope(), after, limit);
            return found.isEmpty() ? new Compared(List.of(), 0, List.of()) : compare(found);
        });
    }

    private Compared compare(List<Candidate> found) {
        List<CourseLearner> keys = found.stream().map(Candidate::key).toList();
        Instant now = clock.instant();
        Map<CourseLearner, Situation> situated = situations.of(keys, Set.copyOf(keys), now);
        var values = completions.load(List.of(), keys);
        var rows = sums.blocks(List.of(), keys);
        FullWalk walk = walk(situated.values().iterator().next());
        int behind = 0;
        List<Difference> differences = new ArrayList<>();
        for (Candidate one : found) {
            Comparison.Stored stored = stored(
                    one,
                    Objects.requireNonNull(situated.get(one.key())),
                    values.getOrDefault(one.key(), Map.of()),
                    rows.getOrDefault(one.key(), Map.of()));
            if (stored.isBehind(now)) {
                behind++;
            } else {
                differences.addAll(Comparison.of(stored, walk, now));
            }
        }
        return new Compared(keys, behind, differences);
    }

    /** All learners are of one course run, so one walk serves them all. */
    private @Nullable FullWalk walk(Situation any) {
        if (any.view() == null) {
            return null;
        }
        CourseGraph graph = any.view().graph();
        CourseStructure structure =
                Objects.requireNonNull(structures.byId(Set.of(graph.id())).get(graph.id()));
        return FullWalk.through(structure, graph.types());
    }

    private static Comparison.Stored stored(
            Candidate candidate,
            Situation situation,
            Map<String, BlockCompletion> completions,
            Map<String, BlockRow> rows) {
        Map<String, Long> values = new HashMap<>();
        completions.forEach((block, completion) -> values.put(block, completion.units()));
        return new Comparison.Stored(
                candidate.key(),
                candidate.stored() ? situation.course() : null,
                situation.view(),
                Objects.requireNonNull(situation.standing()),
                values,
                rows);
    }
}
