package org.laurel.programs.lti;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(value = LtiKey.class, restrictToAnnotatedClass = true)
class LtiApiTest {

    private static final String LAUNCH = """
            {"provider_type": "forum", "lti_configuration": {"version": "1.1", "launch_url": "https://forum.example.org/lti",
             "key": "consumer-4711", "secret": "hush-hush-4711", "pii_share_username": true}, "change_reason": "moved"}""";

    @ParameterizedTest
    @ValueSource(strings = {"discussions", "live"})
    void whatIsPutHoldsAndTellsNobodyItsSecrets(String kind) {
        // Given
        String path = path("told-" + kind, kind);

        // When
        ValidatableResponse created = staff().body(LAUNCH).put(path).then();

        // Then
        created.statusCode(201)
                .body("enabled", equalTo(true), "provider_type", equalTo("forum"))
                .body("lti_configuration.version", equalTo("1.1"))
                .body("lti_configuration.launch_url", equalTo("https://forum.example.org/lti"))
                .body("lti_configuration.has_key", equalTo(true), "lti_configuration.has_secret", equalTo(true))
                .body("lti_configuration.pii_share_username", equalTo(true))
                .body("lti_configuration.pii_share_email", equalTo(false));
        ValidatableResponse read = staff().get(path).then().statusCode(200);
        for (ValidatableResponse answer :
                List.of(created, read, staff().get(path + "/history").then())) {
            answer.body(not(containsString("4711")));
        }
        staff().header("If-None-Match", created.extract().header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
    }

    @Test
    void keysAndSecretsAreEncryptedAndInNoHistory() {
        // Given
        String path = path("sealed", "live");

        // When
        staff().body(LAUNCH).put(path).then().statusCode(201);

        // Then
        assertThat(Database.current()
                        .value(
                                "select count(*) from program_lti_secret where program_uuid = ?::uuid"
                                        + " and position('4711'::bytea in launch_key) = 0"
                                        + " and position('4711'::bytea in launch_secret) = 0",
                                uuid("sealed")))
                .isEqualTo("1");
        assertThat(Database.current()
                        .value("select count(*) from program_lti_history h where to_jsonb(h)::text like '%4711%'"))
                .isEqualTo("0");
    }

    @Test
    void theSameOnceMoreIsNoNewVersion() {
        // Given
        String path = path("same", "live");
        String tag = staff().body(LAUNCH).put(path).then().extract().header("ETag");

        // When
        ValidatableResponse repeated = staff().body(LAUNCH).put(path).then();

        // Then
        repeated.statusCode(200).header("ETag", equalTo(tag));
        staff().get(path + "/history").then().body("results", hasSize(1));
    }

    @Test
    void secretsStayUnlessTheyAreGivenOrEmptied() {
        // Given
        String path = path("kept", "live");
        staff().body(LAUNCH).put(path).then().statusCode(201);
        String boxes = boxes("kept");

        // When
        staff().body(LAUNCH.replace("\"key\": \"consumer-4711\", \"secret\": \"hush-hush-4711\",", "\"key\": null,")
                        .replace("1.1", "1.3"))
                .put(path)
                .then()
                .statusCode(200)
                .body("lti_configuration.has_secret", equalTo(true), "lti_configuration.version", equalTo("1.3"));

        // Then
        assertThat(boxes("kept")).isEqualTo(boxes);
        staff().body(LAUNCH.replace("hush-hush-4711", ""))
                .put(path)
                .then()
                .statusCode(200)
                .body("lti_configuration.has_key", equalTo(true), "lti_configuration.has_secret", equalTo(false));
        staff().body("{\"provider_type\": \"meeting\"}")
                .put(path)
                .then()
                .statusCode(200)
                .body("lti_configuration", nullValue());
        staff().body(LAUNCH.replace("\"key\": \"consumer-4711\", \"secret\": \"hush-hush-4711\",", ""))
                .put(path)
                .then()
                .body("lti_configuration.has_key", equalTo(false));
        staff().get(path + "/history").then().body("results", hasSize(5));
    }

    @Test
    void anotherSecretIsAnotherVersion() {
        // Given
        String path = path("rotated", "live");
        String tag = staff().body(LAUNCH).put(path).then().extract().header("ETag");

        // When
        ValidatableResponse rotated =
                staff().body(LAUNCH.replace("hush-hush", "whisper")).put(path).then();

        // Then
        rotated.statusCode(200).header("ETag", not(equalTo(tag)));
    }

    @Test
    void aDisabledConfigurationIsFoundAsWell() {
        // Given
        String path = path("disabled", "discussions");

        // When
        staff().body("{\"provider_type\": \"forum\", \"enabled\": false}")
                .put(path)
                .then()
                .statusCode(201);

        // Then
        staff().get(path).then().statusCode(200).body("enabled", equalTo(false));
    }

    @Test
    void theHistoryTellsWhoDidWhatUpToTheRemoval() {
        // Given
        String path = path("past", "live");
        staff().body(LAUNCH).put(path).then().statusCode(201);
        String tag = given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body("{\"provider_type\": \"meeting\"}")
                .put(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        // When
        staff().header("If-Match", tag)
                .queryParam("change_reason", "no longer used")
                .delete(path)
                .then()
                .statusCode(204);

        // Then
        staff().get(path).then().statusCode(404).body("error_code", equalTo("lti_configuration_not_found"));
        staff().delete(path).then().statusCode(404);
        staff().get(path + "/history")
                .then()
                .statusCode(200)
                .body("results.history_type", contains("-", "~", "+"))
                .body("results.changed_by", contains("staff", "service", "staff"))
                .body("results.change_reason", contains("no longer used", null, "moved"))
                .body("results[2].configuration.lti_configuration.has_secret", equalTo(true));
        assertThat(boxes("past")).isEqualTo("null");
        staff().header("If-Match", tag).body(LAUNCH).put(path).then().statusCode(412);
        staff().body(LAUNCH).put(path).then().statusCode(201).header("ETag", not(equalTo(tag)));
        staff().queryParam("limit", 2)
                .get(path + "/history")
                .then()
                .body("results", hasSize(2), "next_cursor", not(nullValue()));
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        // Given
        String path = path("seen", "live");
        String old = staff().body(LAUNCH).put(path).then().extract().header("ETag");
        staff().body("{\"provider_type\": \"meeting\"}").put(path).then().statusCode(200);

        // When
        ValidatableResponse late =
                staff().header("If-Match", old).body(LAUNCH).put(path).then();

        // Then
        late.statusCode(412).body("error_code", equalTo("version_changed"));
        staff().header("If-Match", old).delete(path).then().statusCode(412);
        staff().header("If-Match", "*").body(LAUNCH).put(path).then().statusCode(200);
    }

    @Test
    void everyBrokenRuleIsNamedAndNoSecretQuoted() {
        // When
        ValidatableResponse answer = staff().body("""
                {"provider_type": "telegraph", "lti_configuration": {"version": "2.0", "launch_url": "javascript:alert(1)",
                 "key": "line\\u0000break-4711", "secret": "%s"}}""".formatted("4711".repeat(300)))
                .put(path("broken", "live"))
                .then();

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo("invalid_lti_configuration"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "provider_type",
                                "lti_configuration.version",
                                "lti_configuration.launch_url",
                                "lti_configuration.key",
                                "lti_configuration.secret"))
                .body(not(containsString("4711")));
    }

    @Test
    void bodiesOfAnotherShapeAreRefusedWithoutQuotingThem() {
        // Given
        String path = path("shape", "live");

        // When
        ValidatableResponse answer = staff().body("""
                {"provider_type": "forum", "lti_configuration": {"secret": {"hush": "hush-4711"}}}""").put(path).then();

        // Then
        answer.statusCode(400).body(not(containsString("4711")));
        staff().body("{}").put(path).then().statusCode(400);
        staff().body("[]").put(path).then().statusCode(400);
        staff().body("{\"provider_type\": \"forum\", \"change_reason\": \"\\u0000\"}")
                .put(path)
                .then()
                .statusCode(400);
        staff().get(path + "/history?limit=0").then().statusCode(400);
    }

    @Test
    void unknownProgramsAndWhatIsNoUuidAreTold() {
        // Given
        String unknown = "/api/programs/v1/programs/" + UUID.randomUUID() + "/live-configuration";

        // When
        ValidatableResponse answer = staff().body(LAUNCH).put(unknown).then();

        // Then
        answer.statusCode(404).body("error_code", equalTo("program_not_found"));
        staff().get(unknown).then().statusCode(404);
        staff().get(unknown + "/history")
                .then()
                .statusCode(404)
                .body("error_code", equalTo("lti_configuration_not_found"));
        staff().get("/api/programs/v1/programs/nonsense/live-configuration")
                .then()
                .statusCode(400);
        staff().body(LAUNCH)
                .put("/api/programs/v1/programs/nonsense/discussions-configuration")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("invalid_uuid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"discussions", "live"})
    void aRemovalThatIsRepeatedUnderItsKeyIsAnsweredAsBefore(String kind) {
        // Given
        String path = path("again-" + kind, kind);
        staff().body(LAUNCH).put(path).then().statusCode(201);

        staff().header("Idempotency-Key", "remove-" + kind).delete(path).then().statusCode(204);

        // When
        ValidatableResponse again =
                staff().header("Idempotency-Key", "remove-" + kind).delete(path).then();

        // Then
        again.statusCode(204).header("Idempotency-Replayed", "true");
        staff().get(path).then().statusCode(404);
    }

    @Test
    void learnersSeeNothingOfIt() {
        // Given
        String path = path("private", "live");

        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.learner("lti-ada", "lti-ada"))
                .get(path)
                .then();

        // Then
        answer.statusCode(403);
        given().get(path).then().statusCode(401);
    }

    private static String boxes(String word) {
        return String.valueOf(Database.current()
                .value(
                        "select (select encode(launch_key, 'hex') || encode(launch_secret, 'hex')"
                                + " from program_lti_secret where program_uuid = ?::uuid)",
                        uuid(word)));
    }

    private static String uuid(String word) {
        return new Story("lti-" + word).program(1);
    }

    /** The path of a configuration of a new program. */
    private static String path(String word, String kind) {
        Story story = new Story("lti-" + word);
        story.put(1, List.of(List.of("A"))).statusCode(201);
        return "/api/programs/v1/programs/" + story.program(1) + "/" + kind + "-configuration";
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff()).contentType("application/json");
    }
}
