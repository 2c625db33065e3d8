package org.laurel.events.learner;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * The learner fields that travel inside other events, so that a receiver never needs another topic first. All but
 * the id are personal data.
 *
 * @param learnerId who
 * @param username unique ignoring case, may change; 1 to 150 characters
 * @param email 0 to 254 characters; empty when there is none
 * @param name full name, 0 to 255 characters
 * @param isActive whether the account is activated
 * @param version the same as in {@code learner.changed}: the highest wins, whatever the time; null from older producers
 * @param changedAt when the account took on these values, which may be before or after the event around it; null from older
 *     producers
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LearnerSnapshot(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("username") String username,
        @JsonProperty("email") String email,
        @JsonProperty("name") String name,
        @JsonProperty("is_active") @Mandatory boolean isActive,
        @JsonProperty("version") @Nullable Long version,
        @JsonProperty("changed_at") @Nullable Instant changedAt) {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public LearnerSnapshot {
        Require.learnerId(learnerId);
        Require.text("username", username, Require.USERNAME_LENGTH);
        Require.emptyOrText("email", email, Require.EMAIL_LENGTH);
        Require.emptyOrText("name", name, Require.NAME_LENGTH);
        if (version != null) {
            Require.notNegative("version", version);
        }
        Require.optionalTime("changed_at", changedAt);
    }

    /** A snapshot that does not tell its version and time. */
    public LearnerSnapshot(String learnerId, String username, String email, String name, boolean isActive) {
        this(learnerId, username, email, name, isActive, null, null);
    }

    /**
     * Checks that an event about one learner does not carry the snapshot of another.
     *
     * @throws IllegalArgumentException when the ids differ
     */
    public void mustBelongTo(String expectedLearnerId) {
        if (!learnerId.equals(expectedLearnerId)) {
            throw new IllegalArgumentException("learner.learner_id differs from learner_id");
        }
    }
}
