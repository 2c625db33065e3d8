package org.laurel.events.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;
import org.laurel.events.learner.LearnerSnapshot;

/**
 * A learner's enrollment in a course run was created, or its mode or activity changed.
 *
 * @param learnerId who
 * @param courseKey in which course run
 * @param mode slug of the enrollment mode
 * @param isActive false means unenrolled; the row and its mode stay
 * @param previousMode the mode before, or null when the enrollment is new
 * @param previousIsActive whether it was active before, or null when the enrollment is new
 * @param version grows with every change of this enrollment; the highest wins, whatever the time
 * @param learner who the learner is at this moment
 * @param createdAt when the enrollment was created, also while it is inactive; null from older producers
 * @param occurredAt when the enrollment took on these values
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnrollmentChanged(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("mode") String mode,
        @JsonProperty("is_active") @Mandatory boolean isActive,
        @JsonProperty("previous_mode") @Nullable String previousMode,
        @JsonProperty("previous_is_active") @Nullable Boolean previousIsActive,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("learner") LearnerSnapshot learner,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public EnrollmentChanged {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        Require.text("mode", mode, Require.SLUG_LENGTH);
        Require.optionalText("previous_mode", previousMode, Require.SLUG_LENGTH);
        Require.notNegative("version", version);
        Require.present("learner", learner);
        learner.mustBelongTo(learnerId);
        Require.optionalTime("created_at", createdAt);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
