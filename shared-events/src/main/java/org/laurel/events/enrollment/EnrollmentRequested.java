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
 * A platform that owns enrollments tells how a learner stands in a course run.
 *
 * @param learnerId who
 * @param courseKey in which course run
 * @param mode slug of the enrollment mode, such as {@code audit} or {@code verified}
 * @param isActive false means unenrolled; the row and its mode stay
 * @param learner who the learner is, or null when the platform told it before
 * @param createdAt when the learner first enrolled, also while the enrollment is inactive; the earliest that is told holds, and
 *     what is later than {@code occurredAt} counts as that. Null when the platform does not tell
 * @param occurredAt when the enrollment took on these values
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnrollmentRequested(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("mode") String mode,
        @JsonProperty("is_active") @Mandatory boolean isActive,
        @JsonProperty("learner") @Nullable LearnerSnapshot learner,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public EnrollmentRequested {
        Require.learnerId(learnerId);
        Require.courseKey(courseKey);
        Require.text("mode", mode, Require.SLUG_LENGTH);
        if (learner != null) {
            learner.mustBelongTo(learnerId);
        }
        Require.optionalTime("created_at", createdAt);
        Require.time("occurred_at", occurredAt);
    }

    /** A request that does not tell when the learner first enrolled. */
    public EnrollmentRequested(
            String learnerId,
            String courseKey,
            String mode,
            boolean isActive,
            @Nullable LearnerSnapshot learner,
            Instant occurredAt) {
        this(learnerId, courseKey, mode, isActive, learner, null, occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
