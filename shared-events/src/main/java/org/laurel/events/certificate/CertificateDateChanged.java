package org.laurel.events.certificate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.course.CourseRunChanged;
import org.laurel.events.internal.Mandatory;
import org.laurel.events.internal.Require;

/**
 * What decides from when a course run's certificates are available changed: the body of COURSE_CERT_DATE_CHANGE. Always
 * all of it, so a receiver needs nothing else to compute the date.
 *
 * @param courseKey which course run
 * @param certificatesDisplayBehavior when certificates show, one of {@link CourseRunChanged#DISPLAY_BEHAVIORS}
 * @param certificateAvailableDate the date of {@code end_with_date}, or null
 * @param end when the run ends, or null when it does not
 * @param selfPaced whether learners set their own pace
 * @param occurredAt when the course run took on these values
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CertificateDateChanged(
        @JsonProperty("course_key") String courseKey,
        @JsonProperty("certificates_display_behavior") String certificatesDisplayBehavior,

        @JsonProperty("certificate_available_date") @Nullable Instant certificateAvailableDate,

        @JsonProperty("end") @Nullable Instant end,
        @JsonProperty("self_paced") @Mandatory boolean selfPaced,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public CertificateDateChanged {
        Require.courseKey(courseKey);
        Require.oneOf("certificates_display_behavior", certificatesDisplayBehavior, CourseRunChanged.DISPLAY_BEHAVIORS);
        Require.optionalTime("certificate_available_date", certificateAvailableDate);
        Require.optionalTime("end", end);
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return courseKey;
    }
}
