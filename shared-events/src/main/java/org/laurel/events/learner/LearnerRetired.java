package org.laurel.events.learner;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;

/**
 * A learner is retired for good. Every service erases the personal data and keeps the id as a tombstone.
 *
 * @param learnerId who
 * @param occurredAt when the learner was retired
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LearnerRetired(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("occurred_at") Instant occurredAt) implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public LearnerRetired {
        Require.learnerId(learnerId);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
