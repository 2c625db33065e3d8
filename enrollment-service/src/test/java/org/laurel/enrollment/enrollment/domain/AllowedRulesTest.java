package org.laurel.enrollment.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.course.domain.CertificateDisplay;
import org.laurel.enrollment.course.domain.CourseModes;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.EnrollAllowed;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.Unenroll;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Become;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Refuse;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Stay;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Vetoed;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** Enrolling those who were allowed beforehand, and unenrolling. */
class AllowedRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final BusinessTime.Asked NOW = new BusinessTime.Asked(NOON, "r1");
    private static final Cause CAUSE = Cause.of("somebody", "e1");
    private static final EnrollmentKey KEY =
            new EnrollmentKey(new LearnerId("42"), new CourseKey("course-v1:Test+Allowed+R1"));
    private static final EnrollmentWindow CLOSED = new EnrollmentWindow(null, NOON.minusSeconds(9), false, null);
    private static final EnrollmentWindow FULL_AND_INVITED = new EnrollmentWindow(null, null, true, 0);

    private final EnrollmentRules rules = new EnrollmentRules("audit");

    @Test
    void enrollsAnAllowedLearnerWithoutInvitationOrSeatAndNotOutsideTheWindow() {
        // Given
        EnrollAllowed command = new EnrollAllowed(KEY, NOW, CAUSE);

        // When
        EnrollmentDecision decision = rules.decide(command, facts(run(FULL_AND_INVITED), null, true, null));

        // Then
        assertThat(decision).isEqualTo(new Become("audit", true));
        assertThat(rules.decide(command, facts(run(CLOSED), null, true, null)))
                .isEqualTo(new Refuse(Refusal.ENROLLMENT_CLOSED));
        assertThat(rules.decide(command, facts(null, null, true, null))).isEqualTo(new Refuse(Refusal.COURSE_UNKNOWN));
    }

    @Test
    void leavesAnAllowedLearnerWhoIsEnrolledAndHearsAPolicyAboutOthers() {
        // Given
        Enrollment current = Enrollment.created(KEY, "verified", true, NOON);
        EnrollmentPolicy.Veto veto = new EnrollmentPolicy.Veto("no", null);
        EnrollAllowed command = new EnrollAllowed(KEY, NOW, CAUSE);

        // When
        EnrollmentDecision decision = rules.decide(command, facts(run(CLOSED), current, true, null));

        // Then
        assertThat(decision).isEqualTo(new Stay(current));
        assertThat(rules.decide(command, facts(run(FULL_AND_INVITED), null, true, veto)))
                .isEqualTo(new Vetoed(veto));
    }

    @Test
    void opensAClosedCourseRunToARequestOfAnAllowedLearnerAndMakesNoRoom() {
        // Given
        RequestEnrollment request = request(Authority.LEARNER, null, null, null);

        // When
        EnrollmentDecision decision = rules.decide(request, facts(run(CLOSED), null, true, null));

        // Then
        assertThat(decision).isEqualTo(new Become("audit", true));
        assertThat(rules.decide(request, facts(run(FULL_AND_INVITED), null, true, null)))
                .isEqualTo(new Refuse(Refusal.COURSE_FULL));
        assertThat(rules.decide(request, facts(run(FULL_AND_INVITED), null, false, null)))
                .isEqualTo(new Refuse(Refusal.INVITATION_ONLY));
    }

    @Test
    void unenrollsWhoIsEnrolledInTheirModeAndNobodyElse() {
        // Given
        Enrollment active = Enrollment.created(KEY, "verified", true, NOON);
        Enrollment ended = active.changed("verified", false, NOON);
        Unenroll command = new Unenroll(KEY, NOW, CAUSE);

        // When
        EnrollmentDecision decision = rules.decide(command, facts(run(CLOSED), active, false, null));

        // Then
        assertThat(decision).isEqualTo(new Become("verified", false));
        assertThat(rules.decide(command, facts(run(CLOSED), ended, false, null)))
                .isEqualTo(new Stay(ended));
        assertThat(rules.decide(command, facts(run(CLOSED), null, false, null)))
                .isEqualTo(new Refuse(Refusal.NOT_ENROLLED));
    }

    @ParameterizedTest
    @CsvSource({
        "LEARNER, verified, false, true",
        "STAFF, , , true",
        "STAFF, audit, true, true",
        "STAFF, verified, , false",
        "SERVICE, , false, false"
    })
    void knowsWhenAnActiveEnrollmentIsAllThatIsAskedFor(
            Authority who, @Nullable String mode, @Nullable Boolean active, boolean granted) {
        // Given
        Enrollment current = Enrollment.created(KEY, "audit", true, NOON);

        // When
        boolean answer = request(who, mode, active, null).isGrantedBy(current);

        // Then
        assertThat(answer).isEqualTo(granted);
        assertThat(request(who, mode, active, List.of()).isGrantedBy(current)).isFalse();
        assertThat(request(who, mode, active, null).isGrantedBy(current.changed("audit", false, NOON)))
                .isFalse();
    }

    private static RequestEnrollment request(
            Authority who,
            @Nullable String mode,
            @Nullable Boolean active,
            @Nullable List<EnrollmentAttribute> attributes) {
        return new RequestEnrollment(KEY, mode, active, attributes, who, false, NOW, CAUSE);
    }

    private static EnrollmentFacts facts(
            @Nullable CourseRun run,
            @Nullable Enrollment current,
            boolean allowed,
            EnrollmentPolicy.@Nullable Veto veto) {
        return new EnrollmentFacts(true, run, current, null, 0, allowed, veto);
    }

    private static CourseRun run(EnrollmentWindow window) {
        CourseRunSettings settings = new CourseRunSettings(
                null, "Test", null, null, window, false, CertificateDisplay.USUAL, false, true, false, false);
        return new CourseRun(KEY.courseKey(), settings, 1, NOON, CourseModes.NONE, 1);
    }
}
