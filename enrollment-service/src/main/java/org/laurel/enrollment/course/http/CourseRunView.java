package org.laurel.enrollment.course.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.CourseRunSettings;

/** A course run as it is published. */
record CourseRunView(
        String courseKey,
        @Nullable String displayName,
        String org,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Instant enrollmentStart,
        @Nullable Instant enrollmentEnd,
        boolean selfPaced,
        String certificatesDisplayBehavior,
        @Nullable Instant certificateAvailableDate,
        boolean certificatesShowBeforeEnd,
        boolean htmlCertificatesEnabled,
        boolean invitationOnly,
        @Nullable Integer maxEnrollments,
        boolean mobileAvailable,
        boolean isCcx,
        long version,
        Instant occurredAt) {

    static CourseRunView of(CourseRun run) {
        CourseRunSettings settings = run.settings().normalised();
        return new CourseRunView(
                run.key().value(),
                settings.displayName(),
                settings.org(),
                settings.start(),
                settings.end(),
                settings.enrollment().start(),
                settings.enrollment().end(),
                settings.selfPaced(),
                settings.display().behavior(),
                settings.display().availableDate(),
                settings.showBeforeEnd(),
                settings.htmlCertificates(),
                settings.enrollment().invitationOnly(),
                settings.enrollment().maxEnrollments(),
                settings.mobileAvailable(),
                settings.ccx(),
                run.version(),
                run.occurredAt());
    }
}
