package org.laurel.completion.block.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.completion.block.domain.SeenBlock;
import org.laurel.completion.progress.db.ProgressReading;
import org.laurel.completion.progress.db.ProgressReading.Wanted;
import org.laurel.completion.progress.domain.Extent;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.CourseView;

/** Reads how far a learner is with any block. Callers put it into one snapshot. */
@ApplicationScoped
public class SeenBlockQuery {

    private final ProgressReading reading;

    SeenBlockQuery(ProgressReading reading) {
        this.reading = reading;
    }

    /** The block as the learner sees it, enrolled or not; empty when he does not, or when it counts for nobody. */
    public Optional<SeenBlock> find(CourseLearner key, String blockKey) {
        ProgressView progress = reading.of(List.of(new Wanted(key, "")), new Extent(Set.of(), blockKey))
                .getFirst();
        CourseView view = progress.view();
        return view == null
                ? Optional.empty()
                : view.block(blockKey)
                        .map(block -> new SeenBlock(
                                blockKey,
                                block.type(),
                                view.completableWithin(block).contains(blockKey),
                                progress.tallyOfAny(view, block)));
    }
}
