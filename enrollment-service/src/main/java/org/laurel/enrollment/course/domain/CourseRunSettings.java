package org.laurel.enrollment.course.domain;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.StoredTime;
import org.laurel.events.key.CourseKey;

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

    public CourseRunSettings {
        start = StoredTime.of(start);
        end = StoredTime.of(end);
    }

    /**
     * What a course run has of which nothing was said: the organisation of its key, certificate pages, {@code end}, everything
     * else none or false.
     */
    public static CourseRunSettings usual(CourseKey key) {
        return new CourseRunSettings(
                null,
                key.org(),
                null,
                null,
                new EnrollmentWindow(null, null, false, null),
                false,
                CertificateDisplay.USUAL,
                false,
                true,
                false,
                key.isCcx());
    }

    /** These settings with some members as others have them. */
    public CourseRunSettings taking(Set<CourseRunMember> members, CourseRunSettings from) {
        Choice of = new Choice(this, from, members);
        return new CourseRunSettings(
                of.member(CourseRunMember.DISPLAY_NAME).displayName(),
                of.member(CourseRunMember.ORG).org(),
                of.member(CourseRunMember.START).start(),
                of.member(CourseRunMember.END).end(),
                new EnrollmentWindow(
                        of.member(CourseRunMember.ENROLLMENT_START).enrollment().start(),
                        of.member(CourseRunMember.ENROLLMENT_END).enrollment().end(),
                        of.member(CourseRunMember.INVITATION_ONLY).enrollment().invitationOnly(),
                        of.member(CourseRunMember.MAX_ENROLLMENTS).enrollment().maxEnrollments()),
                of.member(CourseRunMember.SELF_PACED).selfPaced(),
                new CertificateDisplay(
                        of.member(CourseRunMember.CERTIFICATES_DISPLAY_BEHAVIOR)
                                .display()
                                .behavior(),
                        of.member(CourseRunMember.CERTIFICATE_AVAILABLE_DATE)
                                .display()
                                .availableDate()),
                of.member(CourseRunMember.CERTIFICATES_SHOW_BEFORE_END).showBeforeEnd(),
                of.member(CourseRunMember.HTML_CERTIFICATES_ENABLED).htmlCertificates(),
                of.member(CourseRunMember.MOBILE_AVAILABLE).mobileAvailable(),
                of.member(CourseRunMember.IS_CCX).ccx());
    }

    /** Which of two settings a member comes from. */
    private record Choice(CourseRunSettings before, CourseRunSettings after, Set<CourseRunMember> changed) {
        CourseRunSettings member(CourseRunMember member) {
            return changed.contains(member) ? after : before;
        }
    }

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
