package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.People;
import org.laurel.programs.Story;

/** Many credentials in one request, with a result for each. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CredentialBulkTest {

    private static final Story ADA = new Story("bulk");

    @BeforeEach
    void knowLearnerAndProgramOnce() {
        if (ADA.credentials().getInt("count") > 0) {
            return;
        }
        ADA.put(1, List.of(List.of("A"), List.of("B"))).statusCode(201);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            probe.send(ADA.certificate("X", 1, "downloadable", 10));
            ADA.awaitCredentials("awarded", 1);
        }
    }

    private static ValidatableResponse bulk(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/programs/v1/credentials/bulk")
                .then();
    }

    private static String run(String run, String more) {
        return run(ADA, run, more);
    }

    private static String run(Story story, String run, String more) {
        return """
                {"username": "%s", "credential": {"course_run_key": "%s", "mode": "verified"}%s}""".formatted(story.username(), story.course(run), more);
    }

    @Test
    void refusesWhatIsWrongAndDoesTheRest() {
        // Given
        String items = String.join(
                ", ",
                run("A", ""),
                "7",
                run("B", ", \"status\": \"lost\""),
                run("B", ", \"reason\": \"\\ud83c\""),
                "{\"username\": \"nobody\", \"credential\": {\"program_uuid\": \"" + ADA.program(1) + "\"}}",
                run("B", ", \"attributes\": [{\"name\": \"n\", \"value\": \"v\"}]"),
                run("B", ", \"attributes\": [{\"name\": \"n\", \"value\": \"w\"}]"));
        // When
        ValidatableResponse answer = bulk(Tokens.service(), "{\"credentials\": [" + items + "]}");
        // Then
        answer.statusCode(200)
                .body("done", equalTo(3))
                .body("refused", equalTo(4))
                .body("results.index", contains(0, 1, 2, 3, 4, 5, 6))
                .body("results.outcome", contains("done", "refused", "refused", "refused", "refused", "done", "done"))
                .body("results[0].uuid", notNullValue())
                .body("results[0].status", equalTo("awarded"))
                .body("results[1].error_code", equalTo("invalid_body"))
                .body("results[2].error_code", equalTo("invalid_status"))
                .body("results[2].field", equalTo("status"))
                .body("results[3].error_code", equalTo("invalid_reason"))
                .body("results[3].field", equalTo("reason"))
                .body("results[4].error_code", equalTo("unknown_learner"));
        assertThat(ADA.credentials("program_uuid", ADA.program(1)).getList("results.status"))
                .containsExactly("awarded", "awarded", "awarded");
        Decisions.get(answer.extract().path("results[6].uuid")).body("attributes.value", contains("w"));
    }

    /** The database refuses one item for a reason that no check foresees. */
    @Test
    void tellsOfAnItemThatCannotBeWorkedOffAndDoesTheOthers() {
        // Given
        Story story = new Story("bulkfails");
        story.put(1, List.of(List.of("A"), List.of("B"), List.of("C"))).statusCode(201);
        People.introduce(story);
        Database.current().execute("""
                create function refuse_bulk() returns trigger language plpgsql as
                $$ begin raise exception 'refused' using errcode = '23514'; end $$
                """);
        Database.current().execute("""
                create trigger refuse_bulk before insert on course_credential for each row
                when (new.course_key = '%s') execute function refuse_bulk()
                """.formatted(story.course("B")));
        String items = Stream.of("A", "B", "C").map(run -> run(story, run, "")).collect(Collectors.joining(", "));
        // When
        ValidatableResponse answer;
        try {
            answer = bulk(Tokens.staff(), "{\"credentials\": [" + items + "]}");
        } finally {
            Database.current().execute("drop trigger refuse_bulk on course_credential");
            Database.current().execute("drop function refuse_bulk");
        }
        // Then
        answer.statusCode(200)
                .body("done", equalTo(2))
                .body("refused", equalTo(1))
                .body("results.outcome", contains("done", "refused", "done"))
                .body("results[1].error_code", equalTo("not_done"))
                .body("results[1].field", equalTo("credential"))
                .body("results[1].message", equalTo("This item could not be worked off. Send it again."))
                .body("results[1].uuid", nullValue())
                .body("results[1].status", nullValue());
        assertThat(story.credentials("status", "awarded").getList("results.credential.course_run_key"))
                .containsExactly(story.course("A"), story.course("C"));
        bulk(Tokens.staff(), "{\"credentials\": [" + items + "]}")
                .statusCode(200)
                .body("done", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"credentials\": []}", "{\"credentials\": {}}", "null"})
    void refusesWhatIsNoListOfItems(String body) {
        // When
        ValidatableResponse answer = bulk(Tokens.staff(), body);
        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_credentials"));
    }

    @Test
    void takesNoMoreThanAThousand() {
        // When
        ValidatableResponse answer =
                bulk(Tokens.staff(), "{\"credentials\": [" + String.join(",", Collections.nCopies(1001, "{}")) + "]}");
        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_credentials"));
    }

    @Test
    void keepsLearnersOut() {
        // When
        ValidatableResponse answer = bulk(ADA.token(), "{\"credentials\": [" + run("A", "") + "]}");
        // Then
        answer.statusCode(403).body("error_code", equalTo("forbidden"));
    }
}
