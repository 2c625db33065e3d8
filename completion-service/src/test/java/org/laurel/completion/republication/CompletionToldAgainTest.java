package org.laurel.completion.republication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** Whether a course run is completed is told once more as it was told last, under the time at which it came to be. */
@QuarkusTest
class CompletionToldAgainTest {

    private static final String TOPIC = "laurel.completions";
    private static final String COMPLETED = "org.laurel.course.completed.v1";

    @Test
    void whoFellBelowIsToldOfAndWhoNeverCompletedItIsNot() {
        // Given
        Run run = new Run("course-v1:ToldAgain+fell+1");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            run.begin(probe);
            Arrival.send(
                    probe,
                    run.completed("told-fell", "a", "1", 10),
                    run.completed("told-fell", "b", "1", 11),
                    run.completed("told-never", "a", "1", 10));
            probe.awaitEvent(TOPIC, run::isCompleted);
            Arrival.send(probe, run.completed("told-fell", "b", "0", 13));
            ReceivedEvent last = probe.awaitEvents(TOPIC, 2, run::isCompleted).getLast();

            // When
            ValidatableResponse answer = reconcile("\"course_key\": \"" + run.course() + "\"");

            // Then
            answer.statusCode(202);
            ReceivedEvent again = probe.awaitEvents(TOPIC, 3, run::isCompleted).getLast();
            assertThat(last.body().path("completed").asBoolean()).isFalse();
            isSame(again, last);
            Arrival.awaitJobs();
            assertThat(probe.received(TOPIC)).filteredOn(run::isCompleted).hasSize(3);
        }
    }

    @Test
    void aRangeOfTimeKnowsACompletionWhoseSumMovedLater() {
        // Given
        Run run = new Run("course-v1:ToldAgain+held+1");
        Outline smaller = Outline.of(run.course())
                .block("course", "c", "ch1")
                .block("chapter", "ch1", "a")
                .blocks("html", "a");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            run.begin(probe);
            Arrival.send(probe, run.completed("told-held", "a", "1", 10), run.completed("told-held", "b", "1", 12));
            ReceivedEvent first = probe.awaitEvent(TOPIC, run::isCompleted);
            Arrival.send(probe, run.platform().structure(smaller, 2, 30));
            probe.awaitEvent(
                    TOPIC,
                    event -> run.isAbout(event)
                            && event.body().path("occurred_at").asText().equals("2025-01-01T00:30:00Z"));

            // When
            ValidatableResponse answer = reconcile(run.between(12, 13));

            // Then
            answer.statusCode(202);
            isSame(probe.awaitEvents(TOPIC, 2, run::isCompleted).getLast(), first);
            reconcile(run.between(13, 29) + ", \"dry_run\": true").body("selected.course_progress", equalTo(0));
            reconcile(run.between(30, 31) + ", \"dry_run\": true").body("selected.course_progress", equalTo(1));
        }
    }

    private static void isSame(ReceivedEvent again, ReceivedEvent told) {
        assertThat(again.body()).isEqualTo(told.body());
        assertThat(again.headers().get("ce_sequence")).isEqualTo(told.headers().get("ce_sequence"));
        assertThat(again.id()).isNotEqualTo(told.id());
    }

    private static ValidatableResponse reconcile(String members) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{" + members + "}")
                .post("/api/completion/ops/reconcile")
                .then();
    }

    /** A course run of two blocks. */
    private record Run(String course) {

        Platform platform() {
            return new Platform(course);
        }

        Outline outline() {
            return Outline.of(course)
                    .block("course", "c", "ch1")
                    .block("chapter", "ch1", "a", "b")
                    .blocks("html", "a", "b");
        }

        /** Before anything is completed: a structure that comes later tells of what it finds under its own time. */
        void begin(KafkaProbe probe) {
            Arrival.send(probe, platform().structure(outline(), 1, 0));
            Arrival.awaitJobs();
        }

        PlatformEvent completed(String learner, String block, String value, int minute) {
            return platform().completed(learner, outline().key(block), value, minute);
        }

        String between(int from, int until) {
            return "\"course_key\": \"%s\", \"from\": \"2025-01-01T00:%d:00Z\", \"until\": \"2025-01-01T00:%d:00Z\""
                    .formatted(course, from, until);
        }

        boolean isAbout(ReceivedEvent event) {
            return event.body().path("course_key").asText().equals(course);
        }

        boolean isCompleted(ReceivedEvent event) {
            return event.type().equals(COMPLETED) && isAbout(event);
        }
    }
}
