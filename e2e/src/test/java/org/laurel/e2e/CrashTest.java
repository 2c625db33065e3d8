package org.laurel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.e2e.Platform.soon;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.events.EventCatalogue;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Part;
import org.laurel.stack.Stack;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.demo.Learner;
import org.laurel.stack.demo.PlatformFacts;

/** Killing a service loses nothing and doubles nothing. */
@ExtendWith(SharedStack.class)
class CrashTest {
    private static final int LEARNERS = 500;
    private static final int KILLS = 3;

    @Test
    void killingTheCertificatesServiceWhileGradesFlowLosesNothingAndDoublesNothing(Stack stack) {
        try (Platform platform = Platform.of(stack)) {
            // Given
            CourseRun course = CourseRun.of(platform.run(), "Crash Course");
            platform.registration().course(course);
            List<Attempt> attempts = IntStream.range(0, LEARNERS)
                    .mapToObj(number -> Learner.of(platform.run(), "l" + number, "Learner " + number))
                    .map(learner -> new Attempt(learner, course, Attempt.VERIFIED, 0, true, new BigDecimal("0.8")))
                    .toList();
            platform.publisher().publishAll(attempts.stream().map(PlatformFacts::enrollment), () -> {});
            soon().until(() -> platform.journal().count(EventCatalogue.ENROLLMENT_CHANGED) == LEARNERS);

            // When
            passWithKills(platform, stack.service(LaurelService.CERTIFICATES), attempts);

            // Then
            soon().untilAsserted(() -> assertThat(platform.journal().count(EventCatalogue.COURSE_CERT_AWARDED))
                    .isEqualTo(LEARNERS));
            soon().untilAsserted(() -> assertThat(platform.journal().count(EventCatalogue.COURSE_CREDENTIAL_AWARDED))
                    .isEqualTo(LEARNERS));
            assertThat(platform.journal().doubled()).isEmpty();
            assertThat(attempts)
                    .allSatisfy(attempt -> assertThat(platform.outcomes().certificateStatus(attempt.learner(), course))
                            .isEqualTo("downloadable"));
        }
    }

    /** Publishes the grades in portions; kills the service as soon as it has announced a part of each portion. */
    private static void passWithKills(Platform platform, Part service, List<Attempt> attempts) {
        int portion = LEARNERS / (KILLS + 1);
        for (int from = 0; from < LEARNERS; from += portion) {
            List<Attempt> some = attempts.subList(from, Math.min(LEARNERS, from + portion));
            long before = platform.journal().count(EventCatalogue.COURSE_CERT_AWARDED);
            platform.publisher().publishAll(some.stream().map(PlatformFacts::passingStatus), () -> {});
            if (from / portion < KILLS) {
                soon().pollInterval(Duration.ofMillis(5))
                        .until(() -> platform.journal().count(EventCatalogue.COURSE_CERT_AWARDED) > before);
                kill(service);
                service.start();
            }
        }
    }

    private static void kill(Part service) {
        ProcessHandle process = service.process().orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().join();
    }
}
