package org.laurel.sample.tally.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;

/** What another platform publishes on a second topic. */
public record TallyLabelled(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("label") String label,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    @Override
    public String key() {
        return learnerId;
    }
}
