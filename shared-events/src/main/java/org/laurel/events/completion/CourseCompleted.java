package org.laurel.events.completion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * A learner reached 100 % of a course run, or fell below it again. Whoever needs another threshold reads
 * {@link CompletionProgressed} of the course block.
 *
 * @param learnerId who
 * @param courseKey in which course run
 * @param completed true at 100 %
 * @param occurredAt business time of the fact that crossed the line
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CourseCompleted(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("completed") @Mandatory boolean completed,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseCompleted {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
