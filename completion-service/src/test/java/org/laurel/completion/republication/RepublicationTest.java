package org.laurel.completion.republication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** Sums of course runs are told once more, as they were told last. */
@QuarkusTest
class RepublicationTest {

    private static final String TOPIC = "laurel.completions";
    private static final String PROGRESSED = "org.laurel.completion.progressed.v1";

    @Test
    void tellsTheSumOfEachLearnerOfACourseRunWithItsVersionAndTime() {
        // Given
        Told told = new Told("course-v1:Republish+one+1", "one");
        Told other = new Told("course-v1:Republish+two+1", "two");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            told.begin(probe);
            other.begin(probe);
            List<ReceivedEvent> first = probe.awaitEvents(TOPIC, 2, told::isSum);
            probe.awaitEvents(TOPIC, 2, other::isSum);

            // When
            ValidatableResponse answer = republish("{\"course_key\": \"" + told.course() + "\"}");

            // Then
            answer.statusCode(202)
                    .body("course_key", equalTo(told.course()), "task_id", matchesPattern("\\d+"))
                    .header("Location", matchesPattern(".*/api/completion/ops/jobs/\\d+"));
            List<ReceivedEvent> all = probe.awaitEvents(TOPIC, 4, told::isSum);
            assertThat(all.subList(2, 4)).allSatisfy(again -> {
                ReceivedEvent before = first.stream()
                        .filter(one -> Objects.equals(one.key(), again.key()))
                        .findFirst()
                        .orElseThrow();
                for (String member : List.of("block_key", "type", "earned", "possible", "percent", "version")) {
                    assertThat(again.body().path(member).asText())
                            .as(member)
                            .isEqualTo(before.body().path(member).asText());
                }
                assertThat(again.body().path("occurred_at").asText())
                        .isGreaterThanOrEqualTo(
                                before.body().path("occurred_at").asText());
                assertThat(again.id()).isNotEqualTo(before.id());
            });
            Arrival.awaitJobs();
            assertThat(probe.received(TOPIC).stream().filter(other::isSum)).hasSize(2);
        }
    }

    @Test
    void tellsAllCourseRuns() {
        // Given
        Told told = new Told("course-v1:Republish+all+1", "all");
        Told other = new Told("course-v1:Republish+more+1", "more");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            told.begin(probe);
            other.begin(probe);
            probe.awaitEvents(TOPIC, 2, told::isSum);
            probe.awaitEvents(TOPIC, 2, other::isSum);

            // When
            ValidatableResponse answer = republish("{\"all\": true}");

            // Then
            answer.statusCode(202).body("course_key", equalTo(null));
            probe.awaitEvents(TOPIC, 4, told::isSum);
            probe.awaitEvents(TOPIC, 4, other::isSum);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"all\": false}",
                "{\"all\": true, \"course_key\": \"course-v1:A+B+C\"}",
                "{\"course_key\": \"no key\"}"
            })
    void refusesASelectionWithoutSense(String body) {
        // When
        ValidatableResponse answer = republish(body);

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_selection"));
    }

    @Test
    void knowsNothingOfOtherCourseRuns() {
        // When
        ValidatableResponse answer = republish("{\"course_key\": \"course-v1:Republish+unknown+1\"}");

        // Then
        answer.statusCode(404).body("error_code", equalTo("course_run_not_found"));
    }

    private static ValidatableResponse republish(String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .post("/api/completion/v1/republications")
                .then();
    }

    /** Two learners of a course run, one of whom has completed a block and one two. */
    private record Told(String course, String word) {

        void begin(KafkaProbe probe) {
            Outline outline = Outline.small(course);
            Platform platform = new Platform(course);
            Arrival.send(
                    probe,
                    platform.structure(outline, 1, 0),
                    platform.completed(word + "-1", outline.key("a"), "1", 10),
                    platform.completed(word + "-2", outline.key("a"), "0.5", 11));
        }

        boolean isSum(ReceivedEvent event) {
            return event.type().equals(PROGRESSED)
                    && event.body().path("type").asText().equals("course")
                    && event.body().path("course_key").asText().equals(course);
        }
    }
}
