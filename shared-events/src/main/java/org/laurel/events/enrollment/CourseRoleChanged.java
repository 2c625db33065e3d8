package org.laurel.events.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * A person was given a role in a course run or a whole organisation, or it was taken away.
 *
 * @param learnerId who
 * @param courseKey the course run, or null when the role holds in all runs of the organisation
 * @param org the organisation
 * @param role the role, such as {@code instructor}, {@code staff}, {@code limited_staff}, {@code data_researcher} or
 *     {@code beta_testers}
 * @param isMember false means that the role was taken away
 * @param version grows with every change of this person's role in this run or organisation; the highest wins, whatever
 *     the time
 * @param occurredAt when the role was given or taken away
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CourseRoleChanged(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") @Nullable String courseKey,
        @JsonProperty("org") String org,
        @JsonProperty("role") String role,
        @JsonProperty("is_member") @Mandatory boolean isMember,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseRoleChanged {
        Require.learnerId(learnerId);
        Require.optionalCourseKey(courseKey);
        Require.text("org", org, Require.NAME_LENGTH);
        Require.text("role", role, Require.SLUG_LENGTH);
        Require.notNegative("version", version);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
