package org.laurel.completion.progress.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.completion.progress.db.CompletionStore;
import org.laurel.completion.progress.db.CompletionStore.BlockOf;
import org.laurel.completion.progress.db.ProgressStore;
import org.laurel.completion.progress.domain.CourseLearner;
import org.laurel.completion.progress.domain.CourseRow;
import org.laurel.completion.progress.domain.KnownProgress;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.ProgressDecision;
import org.laurel.completion.progress.domain.ProgressRules;
import org.laurel.completion.structure.db.StructureIndexes;
import org.laurel.completion.structure.domain.StructureIndex;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;

/** Reads what the rules need, one statement per table for all learners, and decides. */
@ApplicationScoped
class StoredProgress {

    private final KeyLocks locks;
    private final StructureIndexes structures;
    private final ProgressStore sums;
    private final CompletionStore completions;

    StoredProgress(KeyLocks locks, StructureIndexes structures, ProgressStore sums, CompletionStore completions) {
        this.locks = locks;
        this.structures = structures;
        this.sums = sums;
        this.completions = completions;
    }

    /** Decides the commands of each learner in each course run. */
    List<ProgressDecision> decide(Map<CourseLearner, List<ProgressCommand>> commands) {
        Set<CourseKey> courseKeys =
                commands.keySet().stream().map(CourseLearner::courseKey).collect(Collectors.toSet());
        // From here on nobody publishes a structure for these course runs before we have committed.
        locks.hold(courseKeys.stream().map(CourseKey::value).toList());
        Map<CourseKey, StructureIndex> indexes = structures.newest(courseKeys);
        Map<CourseLearner, CourseRow> courses = sums.courses(commands.keySet());

        Set<BlockOf> submitted = new HashSet<>();
        Set<BlockOf> above = new HashSet<>();
        Set<CourseLearner> whole = new HashSet<>();
        commands.forEach((key, list) -> {
            StructureIndex index = indexes.get(key.courseKey());
            if (index != null && !KnownProgress.follows(courses.get(key), index)) {
                whole.add(key);
                return;
            }
            for (ProgressCommand command : list) {
                if (command instanceof ProgressCommand.Submit submit) {
                    submitted.add(new BlockOf(key, submit.blockKey()));
                    Optional.ofNullable(index).ifPresent(known -> above.addAll(above(submit, known)));
                }
            }
        });
        var knownCompletions = completions.load(submitted, whole);
        var knownRows = sums.blocks(above, whole);
        return commands.keySet().stream()
                .map(key -> ProgressRules.decide(
                        new KnownProgress(
                                key,
                                courses.get(key),
                                knownCompletions.getOrDefault(key, Map.of()),
                                knownRows.getOrDefault(key, Map.of())),
                        indexes.get(key.courseKey()),
                        Objects.requireNonNull(commands.get(key))))
                .toList();
    }

    private static List<BlockOf> above(ProgressCommand.Submit submit, StructureIndex index) {
        return index.sharesOf(submit.blockKey()).stream()
                .map(share -> new BlockOf(submit.key(), index.aggregate(share).blockKey()))
                .toList();
    }
}
