package org.laurel.events.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;

/**
 * The state of a learner's identity verification changed.
 *
 * @param learnerId who
 * @param status one of {@link #STATUSES}; only {@code approved} counts as verified
 * @param expiresAt until when an approval holds, or null when it does not end
 * @param occurredAt when the state changed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IdentityVerificationChanged(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("status") String status,
        @JsonProperty("expires_at") @Nullable Instant expiresAt,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** The closed vocabulary of {@code status}. */
    public static final Set<String> STATUSES = Set.of("approved", "pending", "denied", "expired", "none");

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public IdentityVerificationChanged {
        Require.learnerId(learnerId);
        Require.oneOf("status", status, STATUSES);
        Require.optionalTime("expires_at", expiresAt);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
