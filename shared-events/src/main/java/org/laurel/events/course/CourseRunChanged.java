package org.laurel.events.course;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * The directory's entry of a course run changed. Always complete: merged from all that platforms submitted, so null
 * means "none".
 *
 * @param courseKey which course run
 * @param displayName title of the course, or null
 * @param org the organisation, as in the course key unless a platform says otherwise
 * @param start when the run starts, or null
 * @param end when the run ends, or null when it does not
 * @param enrollmentStart when enrollment opens, or null
 * @param enrollmentEnd when enrollment closes, or null
 * @param selfPaced whether learners set their own pace
 * @param certificatesDisplayBehavior when certificates show, one of {@link #DISPLAY_BEHAVIORS}
 * @param certificateAvailableDate the date of {@code end_with_date}, or null
 * @param certificatesShowBeforeEnd whether certificates show before the run ends
 * @param htmlCertificatesEnabled whether the run has certificate pages
 * @param invitationOnly whether only staff may enroll learners
 * @param maxEnrollments the largest number of active enrollments, or null when there is no limit
 * @param mobileAvailable whether the run is offered in mobile applications
 * @param isCcx whether this is a custom course on top of a run
 * @param version grows with every change of this entry; the highest wins, whatever the time
 * @param occurredAt when the entry took on these values
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CourseRunChanged(
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("display_name") @Nullable String displayName,
        @JsonProperty("org") String org,
        @JsonProperty("start") @Nullable Instant start,
        @JsonProperty("end") @Nullable Instant end,
        @JsonProperty("enrollment_start") @Nullable Instant enrollmentStart,
        @JsonProperty("enrollment_end") @Nullable Instant enrollmentEnd,
        @JsonProperty("self_paced") @Mandatory boolean selfPaced,
        @JsonProperty("certificates_display_behavior") String certificatesDisplayBehavior,

        @JsonProperty("certificate_available_date") @Nullable Instant certificateAvailableDate,

        @JsonProperty("certificates_show_before_end") @Mandatory
        boolean certificatesShowBeforeEnd,

        @JsonProperty("html_certificates_enabled") @Mandatory
        boolean htmlCertificatesEnabled,

        @JsonProperty("invitation_only") @Mandatory boolean invitationOnly,
        @JsonProperty("max_enrollments") @Nullable Integer maxEnrollments,
        @JsonProperty("mobile_available") @Mandatory boolean mobileAvailable,
        @JsonProperty("is_ccx") @Mandatory boolean isCcx,
        @JsonProperty("version") @Mandatory long version,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** The closed vocabulary of {@code certificates_display_behavior}. */
    public static final Set<String> DISPLAY_BEHAVIORS = Set.of("end", "end_with_date", "early_no_info");

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CourseRunChanged {
        Require.courseKey(courseKey);
        Require.optionalText("display_name", displayName, Require.NAME_LENGTH);
        Require.text("org", org, Require.NAME_LENGTH);
        Require.optionalTime("start", start);
        Require.optionalTime("end", end);
        Require.optionalTime("enrollment_start", enrollmentStart);
        Require.optionalTime("enrollment_end", enrollmentEnd);
        Require.oneOf("certificates_display_behavior", certificatesDisplayBehavior, DISPLAY_BEHAVIORS);
        Require.optionalTime("certificate_available_date", certificateAvailableDate);
        if (maxEnrollments != null) {
            Require.notNegative("max_enrollments", maxEnrollments);
        }
        Require.notNegative("version", version);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return courseKey;
    }
}
