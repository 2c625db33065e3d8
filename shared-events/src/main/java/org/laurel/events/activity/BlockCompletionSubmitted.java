package org.laurel.events.activity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;
import org.laurel.events.internal.RequireNumber;

/**
 * A learner completed a block, wholly or in part. The newest value of a block wins, also when it is lower.
 *
 * @param learnerId who
 * @param courseKey in which course run
 * @param blockKey which block
 * @param completion from 0 (nothing) to 1 (complete)
 * @param occurredAt when the learner did it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BlockCompletionSubmitted(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("block_key") String blockKey,
        @JsonProperty("completion") BigDecimal completion,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public BlockCompletionSubmitted {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        Require.usageKey("block_key", blockKey);
        RequireNumber.fraction("completion", completion);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
