package org.laurel.completion.structure.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.completion.structure.db.StaleBlocks;
import org.laurel.completion.structure.domain.StaleBlock;

/** Keeps in mind that course runs changed where they are written, for staff. Nothing is counted by it. */
@ApplicationScoped
public class StaleNoticing {

    private final StaleBlocks blocks;

    StaleNoticing(StaleBlocks blocks) {
        this.blocks = blocks;
    }

    /** Takes changes of blocks in, in any order and however often. */
    @Transactional
    public void apply(List<StaleBlock> changed) {
        blocks.keep(changed);
    }
}
