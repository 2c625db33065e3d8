package org.laurel.sample.tally.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;

/** What the sample publishes. */
public record TallyState(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("total") long total,
        @JsonProperty("version") long version,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    @Override
    public String key() {
        return learnerId;
    }
}
