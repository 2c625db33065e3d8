package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.bridge.outbound.Conversation.ENROLLMENTS;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Bus;
import org.laurel.bridge.openedx.event.CourseEnrollmentData;
import org.laurel.kit.test.PlatformEvent;

/** The site hears of no mode that the course run does not have. */
@BridgeTest
class FirstEnrollmentTest {

    @Test
    void beginsInAModeOfTheCourseRun() {
        try (Conversation talk = new Conversation(ENROLLMENTS)) {
            // Given
            String run = "course-v1:DemoX+Modes+2026";
            talk.tellEach(modes(run, 1, "audit"), modes(run, 3, "verified", "honor"), modes(run, 2, "audit", "honor"));

            // When
            talk.tell(in(run, Decisions.enrollment("3501", null, null, "verified", true, 1)));

            // Then
            assertThat(modesHeard(talk, 3501)).containsExactly("honor", "honor", "verified");
        }
    }

    @Test
    void beginsInTheSitesModeWhereTheCourseRunLostAllOfItsModes() {
        try (Conversation talk = new Conversation(ENROLLMENTS)) {
            // Given
            String run = "course-v1:DemoX+NoModes+2026";
            talk.tellEach(modes(run, 1, "verified"), modes(run, 2));

            // When
            talk.tell(in(run, Decisions.enrollment("3502", null, null, "audit", true, 1)));

            // Then
            assertThat(modesHeard(talk, 3502)).containsExactly("audit", "audit");
        }
    }

    private static List<String> modesHeard(Conversation talk, long user) {
        return talk.heard(user).stream()
                .map(heard -> ((CourseEnrollmentData) heard.data()).mode())
                .toList();
    }

    private static PlatformEvent in(String run, PlatformEvent event) {
        return event.withJson(event.json().replace(Decisions.RUN, run));
    }

    private static PlatformEvent modes(String run, int version, String... slugs) {
        List<String> modes = Stream.of(slugs).map(slug -> """
                        {"slug": "%s", "name": "", "min_price": 0, "currency": "usd", "expiration_datetime": null}""".formatted(slug)).toList();
        return PlatformEvent.of(
                "org.laurel.course-modes.changed.v1", run, """
                {"course_key": "%s", "modes": %s, "version": %d, "occurred_at": "%s"}""".formatted(run, modes, version, Bus.at(0)));
    }
}
