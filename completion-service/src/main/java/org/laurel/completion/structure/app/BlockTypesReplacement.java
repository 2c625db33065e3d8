package org.laurel.completion.structure.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.completion.structure.db.BlockTypesStore;
import org.laurel.completion.structure.db.StructureStore;
import org.laurel.completion.structure.domain.BlockTypesOutcome;
import org.laurel.completion.structure.domain.ReplaceBlockTypes;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/**
 * Has another registry of block types hold, of which every version stays. Reads follow at once; jobs bring the learners of each
 * course run up to it.
 */
@ApplicationScoped
public class BlockTypesReplacement {

    private final KeyLocks locks;
    private final BlockTypesStore types;
    private final StructureStore structures;
    private final Jobs jobs;

    BlockTypesReplacement(KeyLocks locks, BlockTypesStore types, StructureStore structures, Jobs jobs) {
        this.locks = locks;
        this.types = types;
        this.structures = structures;
        this.jobs = jobs;
    }

    /** Applies the commands, of which there is one at most, since there is one registry. */
    @Transactional
    public List<BlockTypesOutcome> apply(List<ReplaceBlockTypes> commands) {
        return commands.stream().map(this::replace).toList();
    }

    private BlockTypesOutcome replace(ReplaceBlockTypes command) {
        // Whoever is counting now goes by the registry so far and is found by the jobs; whoever counts later sees the
        // new one.
        locks.change(List.of(BlockTypesLock.SUBJECT));
        BlockTypesOutcome outcome = BlockTypesOutcome.decide(command, types.newest());
        if (outcome instanceof BlockTypesOutcome.Held held && held.added()) {
            types.append(held.types(), command.cause());
            List<String> runs = structures.runsWithLearners();
            if (!runs.isEmpty()) {
                jobs.submit(StructurePublishing.JOB, runs, command.cause().by());
            }
        }
        return outcome;
    }
}
