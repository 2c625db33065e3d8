package org.laurel.events.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * A learner's entitlement to a course was created, used for a course run, changed or ended.
 *
 * @param learnerId who
 * @param courseUuid the course, whichever of its runs the learner takes
 * @param mode slug of the enrollment mode that the learner is entitled to
 * @param courseKey the course run that it is used for, or null until then
 * @param expiredAt since when it no longer holds, or null while it is active
 * @param version grows with every change of this learner's entitlement to this course; the highest wins, whatever the time
 * @param occurredAt when the entitlement took on these values
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EntitlementChanged(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_uuid") String courseUuid,
        @JsonProperty("mode") String mode,
        @JsonProperty("course_key") @Nullable String courseKey,
        @JsonProperty("expired_at") @Nullable Instant expiredAt,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public EntitlementChanged {
        Require.learnerId(learnerId);
        Require.uuid("course_uuid", courseUuid);
        Require.text("mode", mode, Require.SLUG_LENGTH);
        Require.optionalCourseKey(courseKey);
        Require.optionalTime("expired_at", expiredAt);
        Require.notNegative("version", version);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
