package org.laurel.programs.repair;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.laurel.programs.repair.RepairStory.ended;
import static org.laurel.programs.repair.RepairStory.get;
import static org.laurel.programs.repair.RepairStory.post;
import static org.laurel.programs.repair.RepairStory.steer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** What a request for a repair may name, and what becomes of a repair whose job is forgotten. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RepairSelectionTest {

    private static final String REPAIRS = "/api/programs/v1/repairs";

    private RepairStory story;

    @BeforeEach
    void define() {
        story = RepairStory.of("select").withProgram();
    }

    static List<Arguments> wrongMembers() {
        return List.of(
                Arguments.of("course_runs", Map.of("course_runs", List.of("  "))),
                Arguments.of("learners", Map.of("learners", List.of("ada", ""))),
                Arguments.of("learners", Map.of("learners_csv", lines(50_001))),
                Arguments.of("", Map.of("course_runs", List.of("course-v1:Nobody+Knows+This"))),
                Arguments.of("", Map.of("learners", List.of("nobody knows this one"))),
                Arguments.of("", Map.of("learners_csv", lines(50_000))));
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "nobody " + i).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("wrongMembers")
    void namesTheMemberThatIsWrong(String field, Map<String, Object> body) {
        // Given a member that holds what cannot be, or nothing that is known
        // When
        ValidatableResponse answer = post(Tokens.staff(), body);

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo("invalid_selection"))
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "cursor=first"})
    void refusesAPageThatThereIsNot(String query) {
        // Given When
        ValidatableResponse answer =
                given().auth().oauth2(Tokens.staff()).get(REPAIRS + "?" + query).then();

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @Test
    void readsListsAsSpreadsheetsWriteThem() {
        // Given
        RepairStory.live(List.of(story.granted(1, "A"), story.granted(2, "A"), story.granted(3, "A")));
        String list = Stream.of(
                        "\uFEFF\"user-" + story.learner(1) + "\",x",
                        "user-" + story.learner(2) + ";y",
                        "\"",
                        " ",
                        story.learner(3) + "\tz")
                .collect(Collectors.joining("\r\n"));

        // When
        ValidatableResponse answer = post(Tokens.staff(), Map.of("learners_csv", list));

        // Then
        answer.statusCode(202).body("repair.listed", equalTo(3)).body("unknown.learners", equalTo(List.of("\"")));
    }

    /** Jobs that have ended are forgotten after some weeks, repairs never. */
    @Test
    void isToldOfWhenItsJobIsForgotten() {
        // Given
        RepairStory.factsOnly(List.of(story.granted(1, "A")));
        long id = story.start();
        String job = ended(id).getString("task_id");
        Database.current().execute("delete from job where id = ?", Long.valueOf(job));

        // When
        String events = given().auth()
                .oauth2(Tokens.staff())
                .get(REPAIRS + "/{id}/events", id)
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();

        // Then
        assertThat(events).containsOnlyOnce("data:").contains("\"state\":\"done\"", "\"awarded\":1");
        get(id).statusCode(200).body("state", equalTo("done"), "counts.awarded", equalTo(1));
        for (String verb : List.of("pause", "resume", "cancel")) {
            steer(id, verb).statusCode(409).body("error_code", equalTo("repair_ended"));
        }
    }
}
