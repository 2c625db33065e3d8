package org.laurel.events.program;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * The full state of a learner's credential for a course run after it was awarded or revoked. Awarded again with a
 * higher version, without a revocation between, means that {@code available_at} changed.
 *
 * @param learnerId whose credential
 * @param courseKey for which course run
 * @param credentialUuid public id of the credential, kept over revocation
 * @param status {@code awarded} or {@code revoked}
 * @param availableAt from when the learner may see it, or null when that is not known yet
 * @param reason why, as a short code, or null
 * @param version grows with every change of this credential; the highest wins, whatever the time
 * @param occurredAt business time of the change
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CourseCredentialState(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("credential_uuid") String credentialUuid,
        @JsonProperty("status") String status,
        @JsonProperty("available_at") @Nullable Instant availableAt,
        @JsonProperty("reason") @Nullable String reason,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseCredentialState {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        Require.uuid("credential_uuid", credentialUuid);
        Require.oneOf("status", status, CredentialStatus.ALL);
        Require.optionalTime("available_at", availableAt);
        Require.optionalText("reason", reason, Require.NAME_LENGTH);
        Require.notNegative("version", version);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
