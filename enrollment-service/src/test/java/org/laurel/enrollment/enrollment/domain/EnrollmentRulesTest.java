package org.laurel.enrollment.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.course.domain.CertificateDisplay;
import org.laurel.enrollment.course.domain.CourseMode;
import org.laurel.enrollment.course.domain.CourseModes;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.enrollment.course.domain.CourseRunSettings;
import org.laurel.enrollment.course.domain.EnrollmentWindow;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.AdoptEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.RequestEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Become;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Refuse;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Stay;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Wait;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

class EnrollmentRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Cause CAUSE = Cause.of("somebody", "e1");
    private static final EnrollmentKey KEY =
            new EnrollmentKey(new LearnerId("42"), new CourseKey("course-v1:Test+Rules+R1"));

    private final EnrollmentRules rules = new EnrollmentRules("audit");

    @ParameterizedTest
    @CsvSource({"LEARNER, , , audit, true", "LEARNER, honor, , honor, true", "SERVICE, verified, false, verified, false"
    })
    void addsAnEnrollment(
            Authority who, @Nullable String mode, @Nullable Boolean active, String becomes, boolean becomesActive) {
        // Given
        RequestEnrollment request = request(who, mode, active, false);

        // When
        EnrollmentDecision decision = rules.decide(request, facts(run(open(), "audit", "honor", "verified"), null));

        // Then
        assertThat(decision).isEqualTo(new Become(becomes, becomesActive));
    }

    @ParameterizedTest
    @CsvSource({"LEARNER, honor, false", "LEARNER, , ", "STAFF, , ", "SERVICE, audit, true"})
    void leavesAnActiveEnrollmentAloneWhenNothingMayOrNeedChange(
            Authority who, @Nullable String mode, @Nullable Boolean active) {
        // Given
        Enrollment current = Enrollment.created(KEY, "audit", true, NOON);

        // When
        EnrollmentDecision decision =
                rules.decide(request(who, mode, active, false), facts(run(open(), "audit", "honor"), current));

        // Then
        assertThat(decision).isEqualTo(new Stay(current));
    }

    @ParameterizedTest
    @CsvSource({
        "STAFF, verified, , true",
        "SERVICE, verified, , true",
        "STAFF, verified, true, true",
        "SERVICE, audit, false, false"
    })
    void letsStaffAndServicesChangeAnEnrollment(
            Authority who, String mode, @Nullable Boolean active, boolean becomesActive) {
        // Given
        Enrollment current = Enrollment.created(KEY, "audit", true, NOON);

        // When
        EnrollmentDecision decision =
                rules.decide(request(who, mode, active, false), facts(run(open(), "audit", "verified"), current));

        // Then
        assertThat(decision).isEqualTo(new Become(mode, becomesActive));
    }

    @ParameterizedTest
    @CsvSource({"LEARNER", "STAFF", "SERVICE"})
    void bringsALearnerBackInTheDefaultMode(Authority who) {
        // Given
        Enrollment left = Enrollment.created(KEY, "audit", false, NOON);

        // When
        EnrollmentDecision decision = rules.decide(request(who, null, null, false), facts(run(open(), "audit"), left));

        // Then
        assertThat(decision).isEqualTo(new Become("audit", true));
    }

    @Test
    void fillsAllSeatsAndNotOneMore() {
        // Given
        CourseRun run = run(new EnrollmentWindow(null, null, false, 2), "audit");
        RequestEnrollment request = request(Authority.LEARNER, null, null, false);

        // When
        EnrollmentDecision last = rules.decide(request, new EnrollmentFacts(true, run, null, null, 1, false, null));

        // Then
        assertThat(last).isEqualTo(new Become("audit", true));
        assertThat(rules.decide(request, new EnrollmentFacts(true, run, null, null, 2, false, null)))
                .isEqualTo(new Refuse(Refusal.COURSE_FULL));
        assertThat(rules.decide(
                        request(Authority.STAFF, null, null, true),
                        new EnrollmentFacts(true, run, null, null, 2, false, null)))
                .isEqualTo(new Become("audit", true));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-1, false", "1, true", "3599, true", "3600, false"})
    void keepsTheWindowFromItsStartUpToItsEnd(long seconds, boolean open) {
        // Given
        EnrollmentWindow window = new EnrollmentWindow(NOON, NOON.plusSeconds(3600), false, null);

        // When
        boolean isOpen = window.isOpen(NOON.plusSeconds(seconds));

        // Then
        assertThat(isOpen).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"true, false, true", "false, true, true", "false, false, true", "true, true, false"})
    void letsAToldEnrollmentWaitForLearnerAndCourseRun(boolean learnerKnown, boolean runKnown, boolean waits) {
        // Given
        CourseRun run = runKnown ? run(open(), "audit") : null;

        // When
        EnrollmentDecision decision =
                rules.decide(told("audit"), new EnrollmentFacts(learnerKnown, run, null, null, 0, false, null));

        // Then
        assertThat(decision instanceof Wait).isEqualTo(waits);
    }

    @Test
    void takesAToldModeThatTheCourseRunHasAndWaitsForOthers() {
        // Given
        CourseRun closed = run(new EnrollmentWindow(null, NOON.minusSeconds(9), true, 0), "audit");

        // When
        EnrollmentDecision decision = rules.decide(told("audit"), facts(closed, null));

        // Then
        assertThat(decision).isEqualTo(new Become("audit", true));
        assertThat(rules.decide(told("verified"), facts(closed, null))).isEqualTo(new Wait());
    }

    private static EnrollmentFacts facts(CourseRun run, @Nullable Enrollment current) {
        return new EnrollmentFacts(true, run, current, null, 0, false, null);
    }

    private static RequestEnrollment request(
            Authority who, @Nullable String mode, @Nullable Boolean active, boolean force) {
        return new RequestEnrollment(KEY, mode, active, null, who, force, new BusinessTime.Asked(NOON, "r1"), CAUSE);
    }

    private static AdoptEnrollment told(String mode) {
        FactOrder place = new FactOrder(NOON, FactOrder.NO_SEQUENCE, 2, "/platform", "e1");
        return new AdoptEnrollment(KEY, mode, true, null, new BusinessTime.Told(place), CAUSE);
    }

    private static EnrollmentWindow open() {
        return new EnrollmentWindow(null, null, false, null);
    }

    private static CourseRun run(EnrollmentWindow window, String... slugs) {
        CourseRunSettings settings = new CourseRunSettings(
                null, "Test", null, null, window, false, CertificateDisplay.USUAL, false, true, false, false);
        List<CourseMode> modes = Stream.of(slugs).map(CourseMode::free).toList();
        return new CourseRun(KEY.courseKey(), settings, 1, NOON, new CourseModes(modes), 1);
    }
}
