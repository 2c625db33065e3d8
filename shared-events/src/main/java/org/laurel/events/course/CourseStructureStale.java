package org.laurel.events.course;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;

/**
 * A block changed where courses are written, so the structure that Laurel knows of the course run may be older. A hint to
 * people: nothing is counted by it, and a structure that is not older than the change ends it.
 *
 * @param courseKey which course run
 * @param blockKey the block that changed, was published or was deleted
 * @param occurredAt when the block changed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CourseStructureStale(
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("block_key") String blockKey,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseStructureStale {
        Require.courseKey(courseKey);
        Require.usageKey("block_key", blockKey);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return courseKey;
    }
}
