package org.laurel.completion.progress.http;

import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.structure.domain.Aggregate;

/**
 * A learner's completion of a block below the course.
 *
 * @param usageKey the same as blockKey, for older clients
 */
public record BlockItem(String courseKey, String blockKey, String usageKey, CompletionAnswer completion) {

    static BlockItem of(ProgressView view, Aggregate aggregate) {
        return new BlockItem(
                view.key().courseKey().value(),
                aggregate.blockKey(),
                aggregate.blockKey(),
                CompletionAnswer.of(view.tally(aggregate)));
    }
}
