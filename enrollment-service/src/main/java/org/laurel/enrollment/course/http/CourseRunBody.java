package org.laurel.enrollment.course.http;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CertificateDisplay;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.events.key.CourseKey;

/**
 * A course run as a client sends it. It replaces what is known, so an absent member takes its usual value: the organisation
 * of the key, certificate pages on, {@code end}, everything else none or false.
 *
 * @param courseKey if given, the one of the path
 * @param occurredAt since when this holds, absent for now
 */
record CourseRunBody(
        @Nullable String courseKey,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String displayName,

        @Nullable @Size(min = 1, max = 255) @Pattern(regexp = "[^\\x00]*") String org,

        @Nullable @InYears Instant start,
        @Nullable @InYears Instant end,
        @Nullable @InYears Instant enrollmentStart,
        @Nullable @InYears Instant enrollmentEnd,
        @Nullable Boolean selfPaced,

        @Nullable @Size(max = 255) @Pattern(regexp = "[^\\x00]*") String certificatesDisplayBehavior,

        @Nullable @InYears Instant certificateAvailableDate,
        @Nullable Boolean certificatesShowBeforeEnd,
        @Nullable Boolean htmlCertificatesEnabled,
        @Nullable Boolean invitationOnly,
        @Nullable @Min(0) Integer maxEnrollments,
        @Nullable Boolean mobileAvailable,
        @Nullable Boolean isCcx,
        @Nullable @InYears Instant occurredAt) {

    CourseRunSettings settings(CourseKey key) {
        CourseRunSettings usual = CourseRunSettings.usual(key);
        return new CourseRunSettings(
                displayName,
                or(org, usual.org()),
                start,
                end,
                new EnrollmentWindow(
                        enrollmentStart,
                        enrollmentEnd,
                        or(invitationOnly, usual.enrollment().invitationOnly()),
                        maxEnrollments),
                or(selfPaced, usual.selfPaced()),
                new CertificateDisplay(
                        or(certificatesDisplayBehavior, usual.display().behavior()), certificateAvailableDate),
                or(certificatesShowBeforeEnd, usual.showBeforeEnd()),
                or(htmlCertificatesEnabled, usual.htmlCertificates()),
                or(mobileAvailable, usual.mobileAvailable()),
                or(isCcx, usual.ccx()));
    }

    private static <T> T or(@Nullable T value, T usual) {
        return value == null ? usual : value;
    }
}
