package org.laurel.completion.structure.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.StaleBlock;
import org.laurel.completion.structure.domain.Staleness;
import org.laurel.events.key.CourseKey;

/**
 * Whether a course run changed after its structure was published.
 *
 * @param stale whether it did
 * @param publishedAt when the structure that counts was published, null when there is none
 * @param count how many blocks changed since
 * @param blocks up to 100 of them, the one that changed last first
 */
public record StalenessAnswer(
        String courseKey, boolean stale, @Nullable Instant publishedAt, long count, List<Changed> blocks) {

    /** A block, and when it changed. */
    public record Changed(String blockKey, Instant occurredAt) {

        static Changed of(StaleBlock block) {
            return new Changed(block.blockKey(), block.occurredAt());
        }
    }

    static StalenessAnswer of(CourseKey courseKey, Staleness staleness) {
        return new StalenessAnswer(
                courseKey.value(),
                staleness.count() > 0,
                staleness.publishedAt(),
                staleness.count(),
                staleness.newest().stream().map(Changed::of).toList());
    }
}
