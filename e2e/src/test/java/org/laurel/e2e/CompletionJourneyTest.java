package org.laurel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.e2e.Platform.soon;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.events.EventCatalogue;
import org.laurel.stack.Stack;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.demo.Learner;
import org.laurel.stack.demo.PlatformFacts;

/** From completed blocks to certificates, without any grade: every test goes on where the one before ended. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompletionJourneyTest {
    private final Platform platform;
    private final Caller staff;
    private final Attempt half;
    private final Attempt little;
    private final Attempt early;

    CompletionJourneyTest(Stack stack) {
        platform = Platform.of(stack);
        staff = Caller.service(stack);
        Learner ada = Learner.of(platform.run(), "ada", "Ada Lovelace");
        Learner emmy = Learner.of(platform.run(), "emmy", "Emmy Noether");
        CourseRun algebra = CourseRun.of(platform.run(), "Algebra");
        CourseRun engines = CourseRun.of(platform.run(), "Engines");
        half = ungraded(ada, algebra, 2);
        little = ungraded(emmy, algebra, 1);
        early = ungraded(emmy, engines, 4);
    }

    @BeforeAll
    void register() {
        List.of(half.learner(), little.learner()).forEach(platform.registration()::learner);
        List.of(half.course(), early.course()).forEach(platform.registration()::course);
        List.of(half, little, early).forEach(platform.registration()::enrollment);
    }

    @AfterAll
    void leave() {
        platform.close();
    }

    @Test
    @Order(1)
    void completingEnoughBecomesACertificate() {
        // Given a course run of which half has to be completed
        askFor(half.course(), "0.5");

        // When
        PlatformFacts.completions(little).forEach(platform.publisher()::publish);
        PlatformFacts.completions(half).forEach(platform.publisher()::publish);

        // Then
        soon().untilAsserted(() -> assertThat(status(half)).isEqualTo("downloadable"));
        soon().untilAsserted(() -> assertThat(awarded(half)).isEqualTo(1));
        soon().untilAsserted(() -> assertThat(platform.outcomes().explanation(little.learner(), little.course()))
                .hasValueSatisfying(answer -> assertThat(
                                answer.path("facts").path("completion").decimalValue())
                        .isEqualByComparingTo("0.25")));
        assertThat(status(little)).isEqualTo("none");
    }

    @Test
    @Order(2)
    void whatWasCompletedBeforeAnybodyAskedForItBecomesACertificateWhenSomebodyDoes() {
        // Given
        PlatformFacts.completions(early).forEach(platform.publisher()::publish);
        soon().untilAsserted(() -> assertThat(platform.outcomes().explanation(early.learner(), early.course()))
                .hasValueSatisfying(answer -> assertThat(
                                answer.path("facts").path("completion").decimalValue())
                        .isEqualByComparingTo("1")));
        assertThat(status(early)).isEqualTo("none");

        // When
        askFor(early.course(), "0.9");

        // Then
        soon().untilAsserted(() -> assertThat(awarded(early)).isEqualTo(1));
        assertThat(status(early)).isEqualTo("downloadable");
        assertThat(platform.journal().doubled()).isEmpty();
    }

    @Test
    @Order(3)
    void whatIsToldOnceMoreAwardsNothingTwice() {
        // Given
        long told = told(half);

        // When
        int status = staff.status(
                "POST",
                "/api/completion/v1/republications",
                Map.of("course_key", half.course().key()));

        // Then
        assertThat(status).isEqualTo(202);
        soon().untilAsserted(() -> assertThat(told(half)).isEqualTo(told + 1));
        PlatformFacts.completions(ungraded(half.learner(), half.course(), 4)).forEach(platform.publisher()::publish);
        soon().untilAsserted(() -> assertThat(platform.outcomes().explanation(half.learner(), half.course()))
                .hasValueSatisfying(answer -> assertThat(
                                answer.path("facts").path("completion").decimalValue())
                        .isEqualByComparingTo("1")));
        assertThat(List.of(awarded(half), awarded(early))).containsOnly(1L);
    }

    private void askFor(CourseRun course, String threshold) {
        int status = staff.status(
                "PATCH",
                "/api/certificates/v1/course-runs/" + course.key() + "/settings",
                Map.of("completion_threshold", new BigDecimal(threshold), "completion_requires_passing", false));
        assertThat(status).isEqualTo(200);
    }

    private String status(Attempt attempt) {
        return platform.outcomes().certificateStatus(attempt.learner(), attempt.course());
    }

    private long awarded(Attempt attempt) {
        return platform.journal()
                .count(
                        EventCatalogue.COURSE_CERT_AWARDED,
                        attempt.learner(),
                        attempt.course().key());
    }

    private long told(Attempt attempt) {
        return platform.journal()
                .count(
                        EventCatalogue.COMPLETION_PROGRESSED,
                        attempt.learner(),
                        attempt.course().key());
    }

    private static Attempt ungraded(Learner learner, CourseRun course, int blocks) {
        return new Attempt(learner, course, Attempt.VERIFIED, blocks, false, BigDecimal.ZERO);
    }
}
