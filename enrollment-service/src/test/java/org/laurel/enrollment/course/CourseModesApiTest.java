package org.laurel.enrollment.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseModesApiTest {

    private static final String MODES = """
            [{"slug": "audit", "name": "Audit"},
             {"slug": "verified", "name": "Verified", "min_price": 49, "currency": "EUR",
              "expiration_datetime": "2026-05-01T00:00:00Z"}]""";

    private final Scene scene = new Scene();

    @Test
    void publishesTheCompleteListOfModes() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            scene.putCourse("{}").statusCode(201);

            // When
            scene.putModes(MODES).statusCode(200);

            // Then
            ReceivedEvent event = modesEvents(probe, 1).getFirst();
            assertThat(event.body().path("version").intValue()).isEqualTo(1);
            assertThat(event.body().path("modes"))
                    .extracting(
                            mode -> mode.path("slug").textValue(),
                            mode -> mode.path("currency").textValue())
                    .containsExactly(tuple("audit", "usd"), tuple("verified", "eur"));
        }
    }

    @Test
    void tellsNothingWhenTheListIsTheSame() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            scene.putCourse("{}").statusCode(201);
            scene.putModes(MODES).statusCode(200);
            scene.putModes(MODES).statusCode(200);

            // When
            scene.putModes("[]").statusCode(200);

            // Then
            assertThat(modesEvents(probe, 2))
                    .extracting(event -> event.body().path("modes").size())
                    .containsExactly(2, 0);
        }
    }

    @Test
    void changesOnlyTheRowsOfModesThatChange() {
        // Given
        scene.putCourse("{}").statusCode(201);
        scene.putModes(MODES).statusCode(200);

        // When
        scene.putModes(MODES.replace("49", "59")).statusCode(200);

        // Then
        assertThat(Database.current()
                        .query(
                                "select slug from course_mode_history where course_key = ? order by history_id",
                                scene.course()))
                .extracting(row -> row.get("slug"))
                .containsExactly("audit", "verified", "verified");
    }

    @Test
    void showsExpiredModesToo() {
        // Given
        scene.putCourse("{}").statusCode(201);
        scene.putModes(MODES).statusCode(200);

        // When
        var answer = Scene.get(scene.token("ada"), "/course-runs/" + scene.course() + "/modes");

        // Then
        answer.statusCode(200)
                .body("slug", contains("audit", "verified"), "[1].currency", equalTo("eur"), "", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"slug\": \"gold\"}]",
                "[{\"slug\": \"professional\", \"expiration_datetime\": \"2030-01-01T00:00:00Z\"}]",
                "[{\"slug\": \"no-id-professional\", \"expiration_datetime\": \"2030-01-01T00:00:00Z\"}]",
                "[{\"slug\": \"audit\"}, {\"slug\": \"audit\", \"currency\": \"USD\"}]",
                "[{\"slug\": \"audit\", \"min_price\": -1}]",
                "[{\"slug\": \"audit\", \"currency\": \"€\"}]",
                "[{}]",
                "[null]"
            })
    void refusesAListThatBreaksARule(String json) {
        // Given
        scene.putCourse("{}").statusCode(201);

        // When
        var answer = scene.putModes(json);

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @Test
    void refusesAListThatIsTooMuchForOneEventAndChangesNothing() {
        // Given
        scene.putCourse("{}").statusCode(201);
        scene.putModes(MODES).statusCode(200);
        String list = IntStream.range(0, 100)
                .mapToObj(number -> "{\"slug\": \"verified\", \"currency\": \"c%s\", \"name\": \"%s\"}"
                        .formatted(letters(number), "語".repeat(255)))
                .collect(Collectors.joining(",", "[", "]"));

        // When
        var answer = scene.putModes(list);

        // Then
        answer.statusCode(422).contentType("application/problem+json").body("error_code", equalTo("event_too_large"));
        Scene.get(scene.token("ada"), "/course-runs/" + scene.course() + "/modes")
                .body("slug", contains("audit", "verified"));
    }

    @Test
    void knowsNoModesOfAnUnknownCourseRun() {
        // Given
        String path = "/course-runs/" + scene.course() + "/modes";

        // When
        var answer = scene.putModes("[]");

        // Then
        answer.statusCode(404);
        Scene.get(Tokens.staff(), path).statusCode(404);
    }

    /** A number in two letters, as a currency may have them. */
    private static String letters(int number) {
        return "" + (char) ('a' + number / 10) + (char) ('a' + number % 10);
    }

    private List<ReceivedEvent> modesEvents(KafkaProbe probe, int count) {
        return probe.awaitEvents(
                Scene.COURSES,
                count,
                event -> scene.course().equals(event.key()) && event.type().contains("course-modes"));
    }
}
