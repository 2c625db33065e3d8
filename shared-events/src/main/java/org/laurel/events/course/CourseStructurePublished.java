package org.laurel.events.course;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * A course run's tree of blocks was published. Always complete; replaces every lower version.
 *
 * @param courseKey which course run
 * @param version grows with every publication; decides between publications of the same time, the newest wins
 * @param root key of the topmost block
 * @param blocks every block, the root included, in any order; at most 100,000, unmodifiable
 * @param occurredAt when the structure was published
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CourseStructurePublished(
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("root") String root,
        @JsonProperty("blocks") List<Block> blocks,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    private static final int MOST_BLOCKS = 100_000;

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseStructurePublished {
        Require.courseKey(courseKey);
        Require.notNegative("version", version);
        Require.usageKey("root", root);
        blocks = Require.list("blocks", blocks, MOST_BLOCKS);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return courseKey;
    }
}
