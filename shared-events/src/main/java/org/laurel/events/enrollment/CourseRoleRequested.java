package org.laurel.events.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * A platform that owns roles tells that a person was given one in a course run or a whole organisation, or that it was
 * taken away.
 *
 * @param learnerId who
 * @param courseKey the course run, or null when the role holds in all runs of the organisation
 * @param org the organisation
 * @param role the role, such as {@code instructor}, {@code staff}, {@code limited_staff}, {@code data_researcher} or
 *     {@code beta_testers}
 * @param isMember false means that the role was taken away
 * @param occurredAt when the role was given or taken away
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CourseRoleRequested(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") @Nullable String courseKey,
        @JsonProperty("org") String org,
        @JsonProperty("role") String role,
        @JsonProperty("is_member") @Mandatory boolean isMember,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseRoleRequested {
        Require.learnerId(learnerId);
        Require.optionalCourseKey(courseKey);
        Require.text("org", org, Require.NAME_LENGTH);
        Require.text("role", role, Require.SLUG_LENGTH);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
