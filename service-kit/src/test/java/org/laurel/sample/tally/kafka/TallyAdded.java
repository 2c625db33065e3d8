package org.laurel.sample.tally.kafka;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;

/** What another platform publishes: the amount is from 0 to 1,000,000. */
public record TallyAdded(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("fact_key") String factKey,
        @JsonProperty("amount") long amount,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    public TallyAdded {
        if (learnerId == null || factKey == null || occurredAt == null || amount < 0 || amount > 1_000_000) {
            throw new IllegalArgumentException("amount is from 0 to 1000000 and nothing is null");
        }
    }

    @Override
    public String key() {
        return learnerId;
    }
}
