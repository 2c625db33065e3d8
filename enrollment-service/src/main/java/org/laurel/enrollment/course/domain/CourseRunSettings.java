package org.laurel.enrollment.course.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a platform submits about a course run.
 *
 * @param displayName title of the course, null when not told
 * @param org the organisation
 * @param start when the run starts, null when not set
 * @param end when it ends, null when it does not
 * @param selfPaced whether learners set their own pace
 * @param display when certificates show, as submitted
 * @param showBeforeEnd whether certificates show before the run ends
 * @param htmlCertificates whether the run has certificate pages
 * @param mobileAvailable whether mobile applications offer the run
 * @param ccx whether this is a custom course on top of a run
 */
public record CourseRunSettings(
        @Nullable String displayName,
        String org,
        @Nullable Instant start,
        @Nullable Instant end,
        EnrollmentWindow enrollment,
        boolean selfPaced,
        CertificateDisplay display,
        boolean showBeforeEnd,
        boolean htmlCertificates,
        boolean mobileAvailable,
        boolean ccx) {

    /** The settings as they are published, with the display of certificates normalised. */
    public CourseRunSettings normalised() {
        return new CourseRunSettings(
                displayName,
                org,
                start,
                end,
                enrollment,
                selfPaced,
                display.normalised(),
                showBeforeEnd,
                htmlCertificates,
                mobileAvailable,
                ccx);
    }
}
