package org.laurel.events.course;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * The modes in which a course run is offered changed. Always the complete list.
 *
 * @param courseKey which course run
 * @param modes all modes, expired ones included; at most 100, unmodifiable
 * @param version grows with every change of this list; the highest wins, whatever the time
 * @param occurredAt when the modes changed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CourseModesChanged(
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("modes") List<CourseMode> modes,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    private static final int MOST_MODES = 100;

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseModesChanged {
        Require.courseKey(courseKey);
        modes = Require.list("modes", modes, MOST_MODES);
        Require.notNegative("version", version);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return courseKey;
    }
}
