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
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.ImportEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Become;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Refuse;
import org.laurel.enrollment.enrollment.domain.EnrollmentDecision.Stay;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** How an import's word about an enrollment is judged. */
class ImportedEnrollmentTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final EnrollmentKey KEY =
            new EnrollmentKey(new LearnerId("42"), new CourseKey("course-v1:Test+Rules+R1"));

    private final EnrollmentRules rules = new EnrollmentRules("audit");

    @Test
    void refusesWhatIsNotKnownInsteadOfWaiting() {
        // Given
        CourseRun run = run("audit");

        // When
        EnrollmentDecision nobody =
                rules.decide(row("audit", true), new EnrollmentFacts(false, run, null, null, 0, false, null));

        // Then
        assertThat(nobody).isEqualTo(new Refuse(Refusal.LEARNER_UNKNOWN));
        assertThat(rules.decide(row("audit", true), new EnrollmentFacts(true, null, null, null, 0, false, null)))
                .isEqualTo(new Refuse(Refusal.COURSE_UNKNOWN));
        assertThat(rules.decide(row("verified", true), new EnrollmentFacts(true, run, null, null, 0, false, null)))
                .isEqualTo(new Refuse(Refusal.MODE_NOT_OFFERED));
    }

    @ParameterizedTest
    @CsvSource({", , audit, true", "verified, , verified, true", ", false, audit, false"})
    void fillsInWhatTheRowDoesNotSayForANewEnrollment(
            @Nullable String mode, @Nullable Boolean active, String becomes, boolean becomesActive) {
        // When
        EnrollmentDecision decision = rules.decide(
                row(mode, active), new EnrollmentFacts(true, run("audit", "verified"), null, null, 0, false, null));

        // Then
        assertThat(decision).isEqualTo(new Become(becomes, becomesActive));
    }

    @ParameterizedTest
    @CsvSource({", , verified, false", "audit, , audit, false", ", true, verified, true"})
    void leavesAloneWhatTheRowDoesNotSayOfAKnownEnrollment(
            @Nullable String mode, @Nullable Boolean active, String becomes, boolean becomesActive) {
        // Given
        Enrollment known = Enrollment.created(KEY, "verified", false, NOON.minusSeconds(9));

        // When
        EnrollmentDecision decision = rules.decide(
                row(mode, active), new EnrollmentFacts(true, run("audit", "verified"), known, null, 0, false, null));

        // Then
        assertThat(decision).isEqualTo(new Become(becomes, becomesActive));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void losesAgainstALaterFactOnly(long later, boolean stays) {
        // Given
        Enrollment known = Enrollment.created(KEY, "verified", false, NOON.minusSeconds(9));
        FactOrder newest = new FactOrder(NOON.plusSeconds(later), FactOrder.NO_SEQUENCE, 2, "/platform", "e1");

        // When
        EnrollmentDecision decision = rules.decide(
                row("audit", true), new EnrollmentFacts(true, run("audit"), known, newest, 0, false, null));

        // Then
        assertThat(decision).isEqualTo(stays ? new Stay(known) : new Become("audit", true));
    }

    private static ImportEnrollment row(@Nullable String mode, @Nullable Boolean active) {
        return new ImportEnrollment(
                KEY, mode, active, null, new BusinessTime.Dated(NOON, "r1"), Cause.of("somebody", "i1"));
    }

    private static CourseRun run(String... slugs) {
        EnrollmentWindow closed = new EnrollmentWindow(null, NOON.minusSeconds(9), true, 0);
        CourseRunSettings settings = new CourseRunSettings(
                null, "Test", null, null, closed, false, CertificateDisplay.USUAL, false, true, false, false);
        List<CourseMode> modes = Stream.of(slugs).map(CourseMode::free).toList();
        return new CourseRun(KEY.courseKey(), settings, 1, NOON, new CourseModes(modes), 1);
    }
}
