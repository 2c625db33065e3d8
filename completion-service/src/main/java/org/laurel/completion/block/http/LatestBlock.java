package org.laurel.completion.block.http;

import java.time.Instant;
import org.laurel.completion.block.db.BlockCompletionQuery.Latest;

/**
 * The block of a course run whose completion changed last, whatever its value is now.
 *
 * @param modified business time of the change; the same value sent again does not move it
 */
public record LatestBlock(String blockKey, Instant modified) {

    static LatestBlock of(Latest latest) {
        return new LatestBlock(latest.blockKey(), latest.changedAt());
    }
}
