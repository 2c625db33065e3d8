package org.laurel.events.erasure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;

/**
 * One service has erased a retired learner's personal data. A retirement is complete when every service has said so and
 * the topics' retention has passed.
 *
 * @param learnerId who
 * @param service name of the service that erased
 * @param occurredAt when it was done
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LearnerErased(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("service") String service,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public LearnerErased {
        Require.learnerId(learnerId);
        Require.text("service", service, Require.SLUG_LENGTH);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
