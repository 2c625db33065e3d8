package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.completion.Platform.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** From completions in Kafka to numbers by REST and progress in Kafka. */
@QuarkusTest
class CompletionFlowTest {

    private static final String COMPLETIONS = "laurel.completions";

    @Test
    void tellsEverySumThatMovesAndWhenTheCourseIsComplete() {
        // Given
        Outline outline = Outline.small("course-v1:Org+flow1+2026");
        Platform platform = new Platform(outline.courseKey().value());
        try (KafkaProbe probe = KafkaProbe.fromNow(COMPLETIONS)) {
            Arrival.send(probe, platform.structure(outline, 1, 0), platform.enrolled("f1", "flow1", true, 1));

            // When
            for (String block : List.of("a", "b", "d", "oc")) {
                Arrival.send(probe, platform.completed("f1", outline.key(block), "1", 10));
            }

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(COMPLETIONS, 9, event -> "f1".equals(event.key()));
            assertThat(events)
                    .extracting(event -> event.body().path("block_key").asText("")
                            + " " + event.body().path("earned").asText("")
                            + " v" + event.body().path("version").asText(""))
                    .containsExactly(
                            outline.key("ch1") + " 1 v1",
                            outline.key("c") + " 1 v1",
                            outline.key("ch1") + " 2 v2",
                            outline.key("c") + " 2 v2",
                            outline.key("ch2") + " 1 v3",
                            outline.key("c") + " 3 v3",
                            outline.key("ch2") + " 2 v4",
                            outline.key("c") + " 4 v4",
                            "  v");
            assertThat(events.getLast().type()).isEqualTo("org.laurel.course.completed.v1");
            assertThat(events.getLast().body().path("completed").asBoolean()).isTrue();
            assertThat(events.getFirst().body().path("percent").asDouble()).isEqualTo(0.5);
            assertThat(events.getFirst().body().path("occurred_at").asText()).isEqualTo(at(10).toString());
        }
    }

    @Test
    void answersRightAtOnceAfterAPublishAndRepairsInTheBackground() {
        // Given
        String course = "course-v1:Org+flow2+2026";
        Outline outline = Outline.small(course);
        Outline smaller = Outline.small(course).block("course", "c", "ch1", "e");
        Platform platform = new Platform(course);
        try (KafkaProbe probe = KafkaProbe.fromNow(COMPLETIONS)) {
            Arrival.send(probe, platform.structure(outline, 1, 0), platform.enrolled("f2", "flow2", true, 1));
            Arrival.send(probe, platform.completed("f2", outline.key("a"), "1", 1));
            Arrival.send(probe, platform.completed("f2", outline.key("d"), "1", 2));
            Arrival.awaitJobs();

            // When
            Arrival.send(probe, platform.structure(smaller, 2, 3));

            // Then
            get("f2", "flow2", course).body("completion.earned", equalTo(1f), "completion.possible", equalTo(2f));
            Arrival.awaitJobs();
            get("f2", "flow2", course).body("completion.earned", equalTo(1f), "completion.possible", equalTo(2f));
            List<ReceivedEvent> events = probe.awaitEvents(COMPLETIONS, 5, event -> "f2".equals(event.key()));
            assertThat(events).hasSize(5);
            assertThat(events.getLast().body().path("block_key").asText()).isEqualTo(outline.key("c"));
            assertThat(events.getLast().body().path("possible").asInt()).isEqualTo(2);
            assertThat(Database.current()
                            .value(
                                    "select count(*) from course_progress p join course_structure s on s.id = structure_id "
                                            + "where p.course_key = ? and s.version = 2",
                                    course))
                    .isEqualTo("1");
        }
    }

    /** Scenarios 6 and 7, as decided: nothing is lost of an unknown learner or course run. */
    @Test
    void keepsWhatComesBeforeStructureAndEnrollmentAreKnown() {
        // Given
        Outline outline = Outline.small("course-v1:Org+flow3+2026");
        Platform platform = new Platform(outline.courseKey().value());
        try (KafkaProbe probe = KafkaProbe.fromNow(COMPLETIONS)) {
            Arrival.send(probe, platform.completed("f3", outline.key("a"), "0.5", 1));
            get("f3", "flow3", platform.course()).statusCode(404);
            Arrival.send(probe, platform.enrolled("f3", "flow3", true, 1));
            get("f3", "flow3", platform.course())
                    .statusCode(200)
                    .body("completion.earned", equalTo(0f), "completion.possible", nullValue());

            // When
            Arrival.send(probe, platform.structure(outline, 1, 5));

            // Then
            get("f3", "flow3", platform.course()).body("completion.percent", equalTo(0.125f));
            assertThat(probe.awaitEvent(COMPLETIONS, event -> "f3".equals(event.key()))
                            .body()
                            .path("earned")
                            .asText())
                    .isEqualTo("0.5");
        }
    }

    @Test
    void endsInTheSameStateWhateverTheOrderOfArrival() {
        // Given
        Outline outline = Outline.small("course-v1:Org+flow4+2026");
        Platform platform = new Platform(outline.courseKey().value());
        List<PlatformEvent> events = new ArrayList<>();
        events.add(platform.structure(outline, 1, 0));
        events.add(platform.enrolled("f4", "flow4", false, 2));
        events.add(platform.enrolled("f4", "flow4", true, 3));
        events.add(platform.enrolled("f4", "flow4", true, 1));
        for (int minute = 1; minute <= 8; minute++) {
            String block = minute % 2 == 0 ? "a" : "b";
            events.add(platform.completed("f4", outline.key(block), "0." + minute, minute));
        }
        Collections.shuffle(events, new Random(4));
        events.addAll(events.subList(0, 6));
        try (KafkaProbe probe = KafkaProbe.fromNow(COMPLETIONS)) {
            // When
            Arrival.send(probe, events.toArray(PlatformEvent[]::new));

            // Then
            get("f4", "flow4", platform.course()).body("completion.earned", equalTo(1.5f));
            Arrival.awaitJobs();
            get("f4", "flow4", platform.course()).body("completion.earned", equalTo(1.5f));
        }
    }

    @Test
    void takesTheCourseKeyOfAPathInEverySpelling() {
        // Given
        Platform platform = new Platform("course-v1:Org+flow6+2026");
        try (KafkaProbe probe = KafkaProbe.fromNow(COMPLETIONS)) {
            Arrival.send(probe, platform.enrolled("f6", "flow6", true, 1));
        }
        List<String> spellings = List.of(
                "course-v1:Org+flow6+2026",
                "course-v1:Org+flow6+2026/",
                "course-v1%3AOrg%2Bflow6%2B2026/",
                "course-v1:Org%2Bflow6%2B2026");

        // When
        List<Integer> statuses = spellings.stream()
                .map(spelling -> given().urlEncodingEnabled(false)
                        .auth()
                        .oauth2(Tokens.learner("f6", "flow6"))
                        .get("/api/completion/v0/course/" + spelling)
                        .statusCode())
                .toList();

        // Then
        assertThat(statuses).containsOnly(200);
    }

    /** Scenarios 51 and 52, as decided: there are no tasks, whatever the number of blocks and learners. */
    @Test
    void handlesManyLearnersInOneBatch() {
        // Given
        Outline outline = Outline.small("course-v1:Org+flow5+2026");
        Platform platform = new Platform(outline.courseKey().value());
        List<PlatformEvent> events = new ArrayList<>();
        events.add(platform.structure(outline, 1, 0));
        for (int learner = 0; learner < 300; learner++) {
            events.add(platform.enrolled("m" + learner, "many" + learner, true, 1));
            events.add(platform.completed("m" + learner, outline.key("a"), "1", 1));
            events.add(platform.completed("m" + learner, outline.key("d"), "0.25", 2));
        }
        try (KafkaProbe probe = KafkaProbe.fromNow(COMPLETIONS)) {
            // When
            probe.sendAll(events);

            // Then
            probe.awaitEvents(
                    COMPLETIONS,
                    300,
                    event -> event.body().path("block_key").asText().equals(outline.key("c"))
                            && event.body().path("earned").asText().equals("1.25"));
            assertThat(Database.current()
                            .value(
                                    "select count(*) from course_progress where course_key = ? and earned = 1250000000",
                                    platform.course()))
                    .isEqualTo("300");
        }
    }

    private static ValidatableResponse get(String learnerId, String username, String course) {
        return given().auth()
                .oauth2(Tokens.learner(learnerId, username))
                .get("/api/completion/v0/course/{course}/", course)
                .then();
    }
}
