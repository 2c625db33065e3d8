package org.laurel.certificates.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.lookup.Told;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class StatementApiTest {

    private static final String CERTIFICATE = "/api/certificates/v1/learners/{l}/courses/{c}/certificate";

    @Test
    void createsReplacesAndReadsACertificate() {
        // Given
        Told told = new Told("put-create").inRun().enrolled("audit");
        List<String> types;
        ValidatableResponse created;
        ValidatableResponse replaced;
        ValidatableResponse repeated;

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            created = put(
                    told, Map.of("status", "downloadable", "mode", "credit", "grade", 0.91, "reason", "moved here"));
            replaced = put(told, Map.of("status", "notpassing", "mode", "credit"));
            repeated = put(told, Map.of("status", "notpassing", "mode", "credit"));
            types = probe
                    .awaitEvents(
                            "laurel.certificates", 4, event -> told.learnerId().equals(event.key()))
                    .stream()
                    .map(event -> event.type().replace("org.laurel.course-cert.", ""))
                    .toList();
        }

        // Then
        created.statusCode(201)
                .header("ETag", matchesPattern("\"[0-9a-f]{32}-1\""))
                .body("status", equalTo("downloadable"))
                .body("mode", equalTo("credit"))
                .body("grade", equalTo("0.91"))
                .body("name", equalTo("Ada put-create"))
                .body("username", equalTo(told.username()))
                .body("reason", equalTo("stated"))
                .body("download_url", startsWith("/certificates/"));
        replaced.statusCode(200)
                .body("status", equalTo("notpassing"))
                .body("verify_uuid", equalTo(created.extract().path("verify_uuid")))
                .body("created_at", equalTo(created.extract().path("created_at")))
                .body("download_url", nullValue());
        repeated.statusCode(200).body("version", equalTo(2));
        assertThat(types).containsExactly("changed.v1", "awarded.v1", "changed.v1", "revoked.v1");
        assertThat(Database.current()
                        .value(
                                "select change_reason from certificate_history where learner_id = ? and version = 1",
                                told.learnerId()))
                .isEqualTo("moved here");
    }

    @Test
    void readsWithAnEntityTag() {
        // Given
        Told told = new Told("put-tag").inRun().enrolled("verified").passing("0.88", 20);
        String tag = told.get(CERTIFICATE, Tokens.service())
                .statusCode(200)
                .extract()
                .header("ETag");

        // When
        var unchanged = read(told, tag);
        told.failing("0.1", 30);
        var changed = read(told, tag);

        // Then
        unchanged.statusCode(304);
        changed.statusCode(200).body("status", equalTo("notpassing"));
        new Told("put-tag-none").get(CERTIFICATE, Tokens.service()).statusCode(404);
    }

    @Test
    void replacesOnlyWhatTheClientHasReadWhenItSaysSo() {
        // Given
        Told told = new Told("put-match").inRun().enrolled("verified").passing("0.88", 20);
        String tag = told.get(CERTIFICATE, Tokens.service()).extract().header("ETag");
        Map<String, Object> body = Map.of("status", "downloadable", "mode", "honor");

        // When
        var matching = put(told, tag, body);
        var stale = put(told, tag, Map.of("status", "error", "mode", "honor"));
        var missing = put(new Told("put-match-none", "put-match").enrolled("verified"), "*", body);

        // Then
        matching.statusCode(200).body("mode", equalTo("honor"));
        stale.statusCode(412).body("error_code", equalTo("changed_meanwhile"));
        missing.statusCode(412);
    }

    @Test
    void namesWhatIsMissing() {
        // Given
        Told unknownLearner = new Told("put-nobody").inRun();
        Told unknownRun = new Told("put-norun");
        new Told("put-norun", "put-elsewhere").inRun().enrolled("verified");
        Told retired = new Told("put-retired").inRun().enrolled("verified");
        Database.current().execute("insert into retired_person values (?, now())", retired.learnerId());
        Map<String, Object> body = Map.of("status", "downloadable", "mode", "verified");

        // When
        var noLearner = put(unknownLearner, body);
        var noRun = put(unknownRun, body);
        var noLonger = put(retired, body);

        // Then
        noLearner.statusCode(400).body("error_code", equalTo("learner_not_found"));
        noRun.statusCode(400).body("error_code", equalTo("course_run_not_found"));
        noLonger.statusCode(400).body("error_code", equalTo("learner_retired"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"status\": \"lost\", \"mode\": \"verified\"}",
                "{\"status\": \"downloadable\", \"mode\": \"golden\"}",
                "{\"status\": \"downloadable\", \"mode\": \"verified\", \"grade\": 1.5}",
                "{\"status\": \"downloadable\", \"mode\": \"verified\", \"verify_uuid\": \"XYZ\"}",
                "{\"status\": \"downloadable\", \"mode\": \"verified\", \"created_at\": \"2126-01-01T00:00:00Z\"}",
                "{\"status\": \"downloadable\", \"mode\": \"verified\", \"created_at\": \"yesterday\"}"
            })
    void refusesWhatBreaksTheShape(String body) {
        // Given
        Told told = new Told("put-shape").inRun().enrolled("verified");

        // When
        var answer = given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .body(body)
                .put(told.filled(CERTIFICATE))
                .then();

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit", "unpaid-executive-education", "unpaid-bootcamp", "masters", "audit"})
    void takesEveryKnownMode(String mode) {
        // Given
        Told told = new Told("put-mode-" + mode, "put-mode").inRun().enrolled("verified");

        // When
        var answer = put(told, Map.of("status", "downloadable", "mode", mode));

        // Then
        answer.statusCode(201).body("mode", equalTo(mode));
    }

    @Test
    void aPublicIdIsGivenOnceAndKept() {
        // Given
        String id = UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> body = Map.of("status", "downloadable", "mode", "verified", "verify_uuid", id);
        Told first = new Told("put-id-a", "put-id").inRun().enrolled("verified");
        Told second = new Told("put-id-b", "put-id").enrolled("verified");
        Told other = new Told("put-id-c", "put-id").enrolled("verified").passing("0.9", 20);

        // When
        var given = put(first, body);
        var taken = put(second, body);
        var kept = put(other, body);

        // Then
        given.statusCode(201).body("verify_uuid", equalTo(id));
        taken.statusCode(409).body("error_code", equalTo("public_id_is_taken"));
        kept.statusCode(409).body("error_code", equalTo("public_id_is_kept"));
    }

    @Test
    void learnersAndSupportMayNot() {
        // Given
        Told told = new Told("put-access").inRun().enrolled("verified");

        // When
        var own = told.get(CERTIFICATE, told.token());
        var support = given().auth()
                .oauth2(Tokens.support())
                .contentType(ContentType.JSON)
                .body(Map.of("status", "downloadable", "mode", "verified"))
                .put(told.filled(CERTIFICATE))
                .then();

        // Then
        own.statusCode(403);
        support.statusCode(403);
    }

    private static ValidatableResponse read(Told told, String tag) {
        return given().auth()
                .oauth2(Tokens.service())
                .header("If-None-Match", tag)
                .get(told.filled(CERTIFICATE))
                .then();
    }

    private static ValidatableResponse put(Told told, Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .body(body)
                .put(told.filled(CERTIFICATE))
                .then();
    }

    private static ValidatableResponse put(Told told, String tag, Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put(told.filled(CERTIFICATE))
                .then();
    }
}
