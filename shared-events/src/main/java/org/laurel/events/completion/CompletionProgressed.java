package org.laurel.events.completion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;
import org.laurel.events.internal.RequireNumber;

/**
 * A learner's progress in an aggregated block (course, chapter, sequential, vertical) has a new value.
 *
 * @param learnerId who
 * @param courseKey in which course run
 * @param blockKey which aggregated block
 * @param type its type; {@code course} is the whole course
 * @param earned sum of the completions below the block
 * @param possible the largest sum that this learner can reach
 * @param percent earned by possible as a fraction from 0 to 1; 1 when nothing is completable
 * @param version grows with every change of this row; the highest wins, whatever the time
 * @param occurredAt business time of the fact that moved the value
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompletionProgressed(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("block_key") String blockKey,
        @JsonProperty("type") String type,
        @JsonProperty("earned") BigDecimal earned,
        @JsonProperty("possible") BigDecimal possible,
        @JsonProperty("percent") BigDecimal percent,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CompletionProgressed {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        Require.usageKey("block_key", blockKey);
        Require.text("type", type, Require.SLUG_LENGTH);
        RequireNumber.amount("earned", earned);
        RequireNumber.amount("possible", possible);
        RequireNumber.fraction("percent", percent);
        Require.notNegative("version", version);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
