package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.app.ReleaseSweep;
import org.laurel.completion.progress.db.ProgressStore;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.structure.db.BlockTypesStore;
import org.laurel.completion.structure.db.StructureQuery;
import org.laurel.completion.verification.db.ToldQuery;
import org.laurel.completion.verification.db.VerificationCandidates;
import org.laurel.completion.verification.db.VerificationCandidates.Position;
import org.laurel.completion.verification.domain.Comparison;
import org.laurel.completion.verification.domain.Difference;
import org.laurel.completion.verification.domain.FullWalk;
import org.laurel.completion.verification.domain.Told;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.Jobs;

/**
 * Compares what is stored of learners with walks, all of one snapshot of the database: what changes progress changes all of it in
 * one transaction, so nobody has to wait, and nothing is taken for a difference that is only on its way.
 */
@ApplicationScoped
class LearnerVerifying {

    /** The kinds of jobs that count learners of a course run again who are behind. */
    private static final List<String> BRING_UP = List.of(StructurePublishing.JOB, ReleaseSweep.KIND, RecountStep.KIND);

    private final SnapshotApart snapshot;
    private final VerificationCandidates candidates;
    private final ToldQuery facts;
    private final ProgressStore sums;
    private final StructureQuery structures;
    private final BlockTypesStore types;
    private final Jobs jobs;
    private final Clock clock;

    LearnerVerifying(
            SnapshotApart snapshot,
            VerificationCandidates candidates,
            ToldQuery facts,
            ProgressStore sums,
            StructureQuery structures,
            BlockTypesStore types,
            Jobs jobs,
            Clock clock) {
        this.snapshot = snapshot;
        this.candidates = candidates;
        this.facts = facts;
        this.sums = sums;
        this.structures = structures;
        this.types = types;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * What came out for some learners of a course run.
     *
     * @param learners in order, whatever came out
     * @param behind those of them that are not compared
     * @param differences in order
     */
    record Compared(List<CourseLearner> learners, Set<CourseLearner> behind, List<Difference> differences) {

        /** Those of whom something came out. */
        List<CourseLearner> looked() {
            return learners.stream().filter(one -> !behind.contains(one)).toList();
        }

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
            List<CourseLearner> found = candidates.next(verification.id(), verification.scope(), after, limit);
            return found.isEmpty() ? new Compared(List.of(), Set.of(), List.of()) : compare(found);
        });
    }

    private Compared compare(List<CourseLearner> keys) {
        CourseKey courseKey = keys.getFirst().courseKey();
        Instant now = clock.instant();
        FullWalk walk = walk(courseKey);
        Map<CourseLearner, Told> told = facts.of(keys);
        var values = facts.values(keys);
        var rows = sums.blocks(List.of(), keys);
        List<Comparison.Stored> behind = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (CourseLearner key : keys) {
            Comparison.Stored stored = new Comparison.Stored(
                    Objects.requireNonNull(told.get(key)),
                    values.getOrDefault(key, Map.of()),
                    rows.getOrDefault(key, Map.of()),
                    walk);
            if (stored.isBehind(now)) {
                behind.add(stored);
            } else {
                differences.addAll(Comparison.of(stored, now));
            }
        }
        Set<CourseLearner> waiting =
                behind.stream().map(one -> one.told().key()).collect(Collectors.toSet());
        for (Comparison.Stored one : forgotten(courseKey, behind, now)) {
            waiting.remove(one.told().key());
            differences.add(Comparison.forgotten(one, now));
        }
        return new Compared(keys, waiting, differences);
    }

    /** A publication, or another registry, commits together with its job, so in one snapshot either both are open or neither is. */
    private List<Comparison.Stored> forgotten(CourseKey courseKey, List<Comparison.Stored> behind, Instant now) {
        boolean onItsWay = !behind.isEmpty()
                && BRING_UP.stream()
                        .anyMatch(kind -> jobs.openOf(kind, courseKey.value()).isPresent());
        return onItsWay
                ? List.of()
                : behind.stream().filter(one -> !one.isJustReleased(now)).toList();
    }

    /** All learners are of one course run, so one walk serves them all; null before a structure is known. */
    private @Nullable FullWalk walk(CourseKey courseKey) {
        return facts.structure(courseKey)
                .map(id -> FullWalk.through(
                        id, Objects.requireNonNull(structures.byId(Set.of(id)).get(id)), types.newest()))
                .orElse(null);
    }
}
