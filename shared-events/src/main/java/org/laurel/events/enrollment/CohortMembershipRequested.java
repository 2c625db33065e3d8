package org.laurel.events.enrollment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * A platform that owns cohorts tells that a learner entered or left one.
 *
 * @param learnerId who
 * @param courseKey the course run that the cohort belongs to, or null when it is one of the whole organisation
 * @param org the organisation
 * @param cohortId number of the cohort; never changes
 * @param cohortName what staff call the cohort; may change
 * @param isMember false means that the learner left the cohort
 * @param occurredAt when the learner entered or left
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CohortMembershipRequested(
        @JsonProperty("learner_id") String learnerId,
        @JsonProperty("course_key") @Nullable String courseKey,
        @JsonProperty("org") String org,
        @JsonProperty("cohort_id") @Mandatory long cohortId,
        @JsonProperty("cohort_name") String cohortName,
        @JsonProperty("is_member") @Mandatory boolean isMember,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CohortMembershipRequested {
        Require.learnerId(learnerId);
        Require.optionalCourseKey(courseKey);
        Require.text("org", org, Require.NAME_LENGTH);
        Require.notNegative("cohort_id", cohortId);
        Require.text("cohort_name", cohortName, Require.NAME_LENGTH);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return learnerId;
    }
}
