package org.laurel.completion.block.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.completion.block.db.SeenBlockQuery;
import org.laurel.completion.block.domain.SeenBlock;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.completion.progress.http.Lookups;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.BlockKeys;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** Finds the blocks that paths name. */
@ApplicationScoped
class SeenBlocks {

    private final SnapshotReading snapshot;
    private final SeenBlockQuery blocks;

    SeenBlocks(SnapshotReading snapshot, SeenBlockQuery blocks) {
        this.snapshot = snapshot;
        this.blocks = blocks;
    }

    /**
     * The block as the learner sees it.
     *
     * @throws ProblemException 400 when it is no block key, 404 when the learner does not see it or it counts for nobody
     */
    SeenBlock find(Selected learner, CourseKey courseKey, String blockKey) {
        if (!BlockKeys.isUsageKey(blockKey)) {
            throw ProblemException.badRequest("invalid_block_key", "Invalid block key: " + blockKey);
        }
        return snapshot.read(() -> blocks.find(new CourseLearner(courseKey, learner.id()), blockKey))
                .orElseThrow(() -> Lookups.blockNotFound(blockKey));
    }
}
