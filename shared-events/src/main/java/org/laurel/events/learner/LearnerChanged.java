package org.laurel.events.learner;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * A learner's account took on new values. Only updates what a receiver already knows: the first news of a learner comes
 * with an enrollment.
 *
 * @param learnerId who
 * @param username unique ignoring case, may change; 1 to 150 characters
 * @param email 0 to 254 characters; empty when there is none
 * @param name full name, 0 to 255 characters
 * @param isActive whether the account is activated
 * @param version grows with every change of this learner; the highest wins, whatever the time
 * @param occurredAt when the account took on these values
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LearnerChanged(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("username") String username,
        @JsonProperty("email") String email,
        @JsonProperty("name") String name,
        @JsonProperty("is_active") @Mandatory boolean isActive,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public LearnerChanged {
        Require.learnerId(learnerId);
        Require.text("username", username, Require.USERNAME_LENGTH);
        Require.emptyOrText("email", email, Require.EMAIL_LENGTH);
        Require.emptyOrText("name", name, Require.NAME_LENGTH);
        Require.notNegative("version", version);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
