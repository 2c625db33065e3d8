package org.laurel.benchmarks.completing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.completion.progress.db.CompletionStore;
import org.laurel.completion.progress.db.CompletionStore.BlockOf;
import org.laurel.completion.progress.db.ProgressStore;
import org.laurel.completion.progress.domain.BlockCompletion;
import org.laurel.completion.progress.domain.BlockRow;
import org.laurel.completion.progress.domain.ProgressCommand.Submit;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.Viewer;
import org.laurel.completion.verification.domain.FullWalk;

/**
 * The other way to count: loads all completions and rows of a learner, walks the whole course and writes the rows that changed. The
 * structure lies in memory already, nobody is locked, told or counted, and the course's own row is not written.
 */
@ApplicationScoped
class TreeWalk {

    private final CompletionStore completions;
    private final ProgressStore sums;

    TreeWalk(CompletionStore completions, ProgressStore sums) {
        this.completions = completions;
        this.sums = sums;
    }

    /** A walk through a course. */
    static FullWalk through(Course course) {
        return FullWalk.through(1, course.structure(), BlockTypes.USUAL);
    }

    /** Takes completions in, one of each learner, in one transaction; the rows of all learners are read and written at once. */
    void submit(FullWalk walk, List<Submit> commands) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<CourseLearner> learners = commands.stream().map(Submit::key).toList();
            var known = completions.load(List.of(), learners);
            var rows = sums.blocks(List.of(), learners);
            List<CompletionStore.Written> written = new ArrayList<>();
            List<ProgressStore.WrittenBlock> blocks = new ArrayList<>();
            List<BlockOf> removed = new ArrayList<>();
            for (Submit command : commands) {
                Map<String, Long> values = values(known.getOrDefault(command.key(), Map.of()));
                values.put(command.blockKey(), command.units());
                written.add(new CompletionStore.Written(
                        command.key(),
                        new BlockCompletion(
                                command.blockKey(),
                                command.units(),
                                command.place(),
                                command.place().occurredAt())));
                compare(walk, command.key(), values, rows.getOrDefault(command.key(), Map.of()), blocks, removed);
            }
            completions.save(written, List.of());
            sums.save(List.of(), blocks, removed, List.of());
        });
    }

    /**
     * Counts one learner again, in a transaction.
     *
     * @param all whether to write all rows, whether they changed or not
     */
    void recount(FullWalk walk, CourseLearner learner, boolean all) {
        QuarkusTransaction.requiringNew().run(() -> {
            var known = completions.load(List.of(), List.of(learner)).getOrDefault(learner, Map.of());
            var rows = sums.blocks(List.of(), List.of(learner)).getOrDefault(learner, Map.of());
            List<ProgressStore.WrittenBlock> blocks = new ArrayList<>();
            List<BlockOf> removed = new ArrayList<>();
            compare(walk, learner, values(known), all ? Map.of() : rows, blocks, removed);
            sums.save(List.of(), blocks, removed, List.of());
        });
    }

    private static Map<String, Long> values(Map<String, BlockCompletion> known) {
        Map<String, Long> values = new HashMap<>();
        known.forEach((block, completion) -> values.put(block, completion.units()));
        return values;
    }

    private static void compare(
            FullWalk walk,
            CourseLearner learner,
            Map<String, Long> values,
            Map<String, BlockRow> rows,
            List<ProgressStore.WrittenBlock> changed,
            List<BlockOf> removed) {
        Map<String, Tally> walked = walk.sums(Viewer.ANYBODY, Instant.EPOCH, values);
        walked.remove(walk.root());
        walked.forEach((block, tally) -> {
            BlockRow row = rows.get(block);
            if (tally.earned() > 0 && (row == null || !row.tally().equals(tally))) {
                changed.add(new ProgressStore.WrittenBlock(learner, new BlockRow(block, tally)));
            } else if (tally.earned() == 0 && row != null) {
                removed.add(new BlockOf(learner, block));
            }
        });
    }
}
