package org.laurel.programs.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.Story.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Where one learner stands, as existing clients ask. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerStatusTest {

    private static final String PATH = "/learner_cert_status/";
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private Holder ada;

    @BeforeEach
    void tell() {
        ada = Holder.of("status-" + UUID.randomUUID());
    }

    @Test
    void tellsCredentialsOfACourseWithRunAndGrade() {
        // Given
        ada.certificate("A", "downloadable", at(7)).grade("A", "B+", 0.865).certificate("B", "downloadable", null);

        // When
        ValidatableResponse answer = ada.ask(List.of(ada.courseUuid()), List.of());

        // Then
        answer.statusCode(200)
                .body("lms_user_id", equalTo(ada.story().learnerId()))
                .body("username", equalTo(ada.story().username()))
                .body("status", hasSize(2))
                .body("status.course_uuid", contains(ada.courseUuid(), ada.courseUuid()))
                .body(
                        "status.course_run.key",
                        contains(ada.story().course("A"), ada.story().course("B")))
                .body("status.course_run.uuid", contains(equalTo(ada.runUuid()), nullValue()))
                .body("status.status", contains("awarded", "awarded"))
                .body("status.type", contains("verified", "verified"))
                .body("status[0].certificate_available_date", equalTo(at(7).toString()))
                .body("status[0].grade.letter_grade", equalTo("B+"))
                .body("status[0].grade.percent_grade", equalTo("0.8650"))
                .body("status[0].grade.verified", equalTo(true))
                .body("status[1].certificate_available_date", nullValue())
                .body("status[1].grade", nullValue());
    }

    @Test
    void findsRunsByKeyAndByUuid() {
        // Given
        ada.certificate("A", "downloadable", null).certificate("B", "downloadable", null);
        List<String> runs = List.of(ada.runUuid().replace("-", ""), ada.story().course("B"), "no-run", "\0");

        // When
        ValidatableResponse answer = ada.ask(List.of(), runs);

        // Then
        answer.statusCode(200)
                .body(
                        "status.course_run.key",
                        contains(ada.story().course("A"), ada.story().course("B")));
        ada.ask(List.of(ada.courseUuid()), runs).statusCode(200).body("status", hasSize(2));
    }

    @Test
    void tellsNeitherRevokedNorHiddenOnesNorAnyThatAreNotAskedFor() {
        // Given
        ada.certificate("A", 1, "downloadable", null)
                .certificate("A", 2, "notpassing", null)
                .certificate("B", "downloadable", FAR);

        // When
        ValidatableResponse answer = ada.ask(List.of(ada.courseUuid()), List.of());

        // Then
        answer.statusCode(200).body("status", hasSize(0));
        ada.certificate("A", 3, "downloadable", null);
        ada.ask(List.of(), List.of()).statusCode(200).body("status", hasSize(0));
        ada.ask(List.of("garbage", UUID.randomUUID().toString()), List.of())
                .statusCode(200)
                .body("status", hasSize(0));
    }

    @Test
    void knowsLearnersByIdOrByUsernameIgnoringCase() {
        // Given
        ada.certificate("A", "downloadable", null);
        String name = ada.story().username().toUpperCase(java.util.Locale.ROOT);

        // When
        ValidatableResponse answer = Holder.post(
                PATH,
                Tokens.service(),
                Map.of("lms_user_id", ada.story().learnerId(), "courses", List.of(ada.courseUuid())));

        // Then
        answer.statusCode(200).body("username", equalTo(ada.story().username())).body("status", hasSize(1));
        Holder.post(PATH, Tokens.staff(), Map.of("username", name, "courses", List.of(ada.courseUuid())))
                .statusCode(200)
                .body("username", equalTo(ada.story().username()))
                .body("status", hasSize(1));
    }

    @Test
    void aLearnerWhomNobodyKnowsHasNone() {
        // Given
        Map<String, ?> byId = Map.of("lms_user_id", 7_000_123, "courses", List.of(ada.courseUuid()));

        // When
        ValidatableResponse answer = Holder.post(PATH, Tokens.staff(), byId);

        // Then
        answer.statusCode(200)
                .body("lms_user_id", equalTo(7_000_123))
                .body("username", nullValue())
                .body("status", hasSize(0));
        Holder.post(PATH, Tokens.staff(), Map.of("username", "no\0body"))
                .statusCode(200)
                .body("status", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\": \"ada\", \"lms_user_id\": 7}",
                "{\"courses\": []}",
                "{\"username\": \"\", \"lms_user_id\": \" \"}"
            })
    void asksForExactlyOneOfIdAndUsername(String body) {
        // Given both, or neither
        // When
        ValidatableResponse answer = Holder.post(PATH, Tokens.staff(), body);

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_learner"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | invalid_request",
                "[] | unreadable_body",
                "7 | unreadable_body",
                "{\"username\": {}} | unreadable_body",
                "{\"username\": \"ada\", \"courses\": \"one\"} | unreadable_body",
            })
    void refusesWhatItCannotRead(String body, String code) {
        // Given a body of another form
        // When
        ValidatableResponse answer = Holder.post(PATH, Tokens.staff(), body);

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("error_code", equalTo(code));
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given
        Map<String, ?> body = Map.of("username", ada.story().username());

        // When
        ValidatableResponse own = Holder.post(PATH, ada.story().token(), body);

        // Then
        own.statusCode(403).body("error_code", equalTo("forbidden"));
        given().contentType("application/json")
                .body(body)
                .post("/api/credentials/v1" + PATH)
                .then()
                .statusCode(401)
                .body("error_code", equalTo("unauthorized"));
    }
}
