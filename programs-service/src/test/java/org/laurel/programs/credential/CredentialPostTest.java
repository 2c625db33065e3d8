package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** POST /api/v2/credentials/: the shape, the resolution and the refusals that existing clients know. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CredentialPostTest {

    private static final Story ADA = new Story("post");

    @BeforeEach
    void knowLearnerAndProgramsOnce() {
        if (ADA.credentials().getInt("count") > 0) {
            return;
        }
        for (int number = 1; number <= 4; number++) {
            ADA.put(number, List.of(List.of("A" + number), List.of("B" + number)))
                    .statusCode(201);
        }
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.program-credentials")) {
            probe.send(ADA.certificate("X", 1, "downloadable", 10));
            ADA.awaitCredentials("awarded", 1);
        }
    }

    /** What the platform's award task posts: username, the id, type and uuid, no status and no attributes. */
    @Test
    void awardsAProgramByTheBodyOfTheAwardTask() {
        // When
        ValidatableResponse answer =
                Decisions.post(Tokens.service(), """
                {"username": "%s", "lms_user_id": "%s", "credential": {"type": "program", "program_uuid": "%s"}}
                """.formatted(ADA.username(), ADA.learnerId(), ADA.program(1)));
        // Then
        String uuid = answer.statusCode(201)
                .body("username", equalTo(ADA.username()))
                .body("credential.type", equalTo("program"))
                .body("credential.program_uuid", equalTo(ADA.program(1)))
                .body("credential.credential_id", notNullValue())
                .body("status", equalTo("awarded"))
                .body("attributes", empty())
                .body("date_override", nullValue())
                .body("created", notNullValue())
                .extract()
                .path("uuid");
        answer.body("certificate_url", endsWith("/credentials/" + uuid.replace("-", "") + "/"));
    }

    @Test
    void postsTheSameCredentialWithStatusRevoked() {
        // Given
        String uuid = Decisions.program(ADA, 2, "").statusCode(201).extract().path("uuid");
        // When
        ValidatableResponse answer = Decisions.program(ADA, 2, ", \"status\": \"revoked\"");
        // Then
        answer.statusCode(201).body("uuid", equalTo(uuid)).body("status", equalTo("revoked"));
    }

    @Test
    void makesARevokedCredentialWhereThereWasNone() {
        // When
        ValidatableResponse answer = Decisions.run(ADA, "A3", ", \"status\": \"revoked\"");
        // Then
        answer.statusCode(201)
                .body("status", equalTo("revoked"))
                .body("credential.course_run_key", equalTo(ADA.course("A3")))
                .body("credential.mode", equalTo("verified"))
                .body("certificate_url", nullValue());
    }

    @Test
    void mergesAttributesByName() {
        // Given
        Decisions.run(ADA, "A2", """
                , "attributes": [{"name": "partner", "value": "Acme"}, {"name": "cohort", "value": "7"}]""").statusCode(201);
        Decisions.run(ADA, "A2", ", \"attributes\": []").statusCode(201);
        // When
        ValidatableResponse answer = Decisions.run(ADA, "A2", """
                , "attributes": [{"name": "cohort", "value": "8"}, {"name": "x", "value": "y"}]""");
        // Then
        answer.statusCode(201)
                .body("attributes.name", contains("cohort", "partner", "x"))
                .body("attributes.value", contains("8", "Acme", "y"));
    }

    @Test
    void refusesDuplicateAttributeNames() {
        // When
        ValidatableResponse answer = Decisions.run(ADA, "A1", """
                , "attributes": [{"name": "n", "value": "1"}, {"name": "n", "value": "2"}]""");
        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo("duplicate_attributes"))
                .body("violations.field", contains("attributes"));
    }

    @Test
    void postsAnOverrideAndThenNull() {
        // Given
        Decisions.run(ADA, "B2", ", \"date_override\": {\"date\": \"2025-07-01T00:00:00Z\"}")
                .statusCode(201)
                .body("date_override.date", equalTo("2025-07-01T00:00:00Z"));
        // When
        ValidatableResponse answer = Decisions.run(ADA, "B2", ", \"date_override\": null");
        // Then
        answer.statusCode(201).body("date_override", nullValue());
    }

    @Test
    void deletesTheOverrideWhenItIsLeftOut() {
        // Given
        Decisions.run(ADA, "B3", ", \"date_override\": {\"date\": \"2025-07-01\"}")
                .statusCode(201);
        // When
        ValidatableResponse answer = Decisions.run(ADA, "B3", "");
        // Then
        answer.statusCode(201).body("date_override", nullValue());
    }

    @Test
    void ignoresAnOverrideOfAProgram() {
        // When
        ValidatableResponse answer =
                Decisions.program(ADA, 3, ", \"date_override\": {\"date\": \"2025-07-01T00:00:00Z\"}");
        // Then
        answer.statusCode(201).body("date_override", nullValue());
    }

    @Test
    void takesTheIdOfTheLearnerWhereNobodyHasTheUsername() {
        // When
        ValidatableResponse answer = Decisions.post("""
                {"username": "nobody-at-all", "lms_user_id": "%s", "credential": {"program_uuid": "%s"}}
                """.formatted(ADA.learnerId(), ADA.program(4)));
        // Then
        answer.statusCode(201).body("username", equalTo(ADA.username()));
    }

    @Test
    void letsAProgramWinOverACourseRun() {
        // When
        ValidatableResponse answer = Decisions.post("""
                {"username": "%s", "credential": {"program_uuid": "%s", "course_run_key": "%s", "mode": "honor"}}
                """.formatted(ADA.username(), ADA.program(4), ADA.course("A4")));
        // Then
        answer.statusCode(201).body("credential.type", equalTo("program"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|invalid_credential|credential",
                "[]|invalid_body|body",
                "{'username': 'NAME', 'credential': {}}|credential_identifier_missing|credential",
                "{'username': 'NAME', 'credential': 7}|invalid_credential|credential",
                "{'username': '', 'credential': {'program_uuid': 'UUID'}}|invalid_username|username",
                "{'username': null, 'credential': {'program_uuid': 'UUID'}}|invalid_username|username",
                "{'username': ['a'], 'credential': {'program_uuid': 'UUID'}}|invalid_username|username",
                "{'username': 'nobody', 'credential': {'program_uuid': 'UUID'}}|unknown_learner|username",
                "{'username': 'NAME', 'credential': {'program_uuid': 'x'}}|invalid_program_uuid|credential.program_uuid",
                "{'username': 'NAME', 'credential': {'program_uuid': 'NONE'}}|no_active_configuration|credential.program_uuid",
                "{'username': 'NAME', 'credential': {'course_run_key': 'x', 'mode': 'verified'}}"
                        + "|invalid_course_run_key|credential.course_run_key",
                "{'username': 'NAME', 'credential': {'course_run_key': 'course-v1:No+Such+Run', 'mode': 'verified'}}"
                        + "|unknown_course_run|credential.course_run_key",
                "{'username': 'NAME', 'credential': {'course_run_key': 'RUN'}}|mode_missing|credential.mode",
                "{'username': 'NAME', 'credential': {'course_run_key': 'RUN', 'mode': 'a b'}}|invalid_mode|credential.mode",
                "{'username': 'NAME', 'credential': {'program_uuid': 'UUID'}, 'status': 'lost'}|invalid_status|status",
                "{'username': 'NAME', 'credential': {'program_uuid': 'UUID'}, 'status': null}|invalid_status|status",
                "{'username': 'NAME', 'credential': {'program_uuid': 'UUID'}, 'attributes': {}}|invalid_attributes|attributes",
                "{'username': 'NAME', 'credential': {'program_uuid': 'UUID'}, 'attributes': [7]}|invalid_attributes|attributes",
                "{'username': 'NAME', 'credential': {'program_uuid': 'UUID'}, 'attributes': [{'value': 'v'}]}"
                        + "|invalid_name|attributes.name",
                "{'username': 'NAME', 'credential': {'program_uuid': 'UUID'}, 'lms_user_id': true}"
                        + "|invalid_lms_user_id|lms_user_id",
                "{'username': 'NAME', 'credential': {'program_uuid': 'UUID'}, 'reason': 1.5}|invalid_reason|reason",
                "{'username': 'NAME', 'credential': {'course_run_key': 'RUN', 'mode': 'verified'}, 'date_override': 7}"
                        + "|invalid_date_override|date_override",
                "{'username': 'NAME', 'credential': {'course_run_key': 'RUN', 'mode': 'verified'},"
                        + " 'date_override': {'date': '2026-02-30'}}|invalid_date_override|date_override.date",
                "{'username': 'NAME', 'credential': {'program_uuid': 'UUID'}, 'attributes': [{'name': 'n'}]}"
                        + "|invalid_value|attributes.value",
                "{'username': 'NAME', 'credential': {'course_run_key': 'RUN', 'mode': 'verified'}, 'date_override': {}}"
                        + "|invalid_date_override|date_override.date",
                "{'username': 'NAME', 'credential': {'course_run_key': 'RUN', 'mode': 'verified'},"
                        + " 'date_override': {'date': '+99999-01-01T00:00:00Z'}}|invalid_date_override|date_override.date",
            })
    void refusesWhatCannotBeFollowedAndNamesTheMember(String body, String code, String field) {
        // Given
        String json = body.replace('\'', '"')
                .replace("NAME", ADA.username())
                .replace("UUID", ADA.program(1))
                .replace("NONE", "00000000-0000-4000-8000-00000000dead")
                .replace("RUN", ADA.course("B4"));
        // When
        ValidatableResponse answer = Decisions.post(json);
        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo(code))
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void refusesMoreThanItTakes() {
        // Given
        String many = Stream.generate(() -> "{\"name\": \"n\", \"value\": \"v\"}")
                .limit(101)
                .collect(Collectors.joining(","));

        // When
        ValidatableResponse answer = Decisions.run(ADA, "B4", ", \"attributes\": [" + many + "]");

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_attributes"));
        Decisions.run(ADA, "B4", ", \"reason\": \"" + "r".repeat(1001) + "\"")
                .statusCode(400)
                .body("error_code", equalTo("invalid_reason"));
        Decisions.run(ADA, "B4", ", \"attributes\": [{\"name\": \"" + "n".repeat(256) + "\", \"value\": \"v\"}]")
                .statusCode(400)
                .body("error_code", equalTo("invalid_name"));
    }

    @Test
    void refusesTextThatCannotBeStored() {
        // When
        ValidatableResponse nul =
                Decisions.run(ADA, "A1", ", \"attributes\": [{\"name\": \"n\", \"value\": \"\\u0000\"}]");
        ValidatableResponse half =
                Decisions.run(ADA, "A1", ", \"attributes\": [{\"name\": \"n\", \"value\": \"\\ud83c\"}]");
        ValidatableResponse broken = Decisions.post("{");
        // Then
        nul.statusCode(400).body("error_code", equalTo("invalid_value"));
        half.statusCode(400)
                .body("error_code", equalTo("invalid_value"))
                .body("violations[0].field", equalTo("attributes.value"));
        broken.statusCode(400).body("error_code", equalTo("unreadable_body"));
    }

    @Test
    void keepsLearnersFromDeciding() {
        // When
        ValidatableResponse answer = Decisions.post(
                ADA.token(),
                "{\"username\": \"%s\", \"credential\": {\"program_uuid\": \"%s\"}}"
                        .formatted(ADA.username(), ADA.program(1)));
        // Then
        answer.statusCode(403).body("error_code", equalTo("forbidden"));
    }

    @Test
    void answersARepeatedRequestWithItsFirstAnswer() {
        // Given
        String body = "{\"username\": \"%s\", \"credential\": {\"course_run_key\": \"%s\", \"mode\": \"verified\"}}"
                .formatted(ADA.username(), ADA.course("B1"));
        var request = given().auth()
                .oauth2(Tokens.staff())
                .header("Idempotency-Key", "post-once")
                .contentType("application/json")
                .body(body);
        String first = request.post("/api/v2/credentials/")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        // When
        String second = request.post("/api/v2/credentials/")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(Database.current()
                        .value(
                                "select count(*) from credential_order_history where learner_id = ? and course_key = ?",
                                ADA.learnerId(),
                                ADA.course("B1")))
                .isEqualTo("1");
    }
}
