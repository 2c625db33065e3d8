package org.laurel.certificates.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.generation.Auditorium;
import org.laurel.certificates.role.RoleEvents;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ConfigurationApiTest {

    @Inject
    Auditorium auditorium;

    private static final String PATH = "/api/certificates/v1/course-runs/{key}/configuration";
    private static final String FULL = """
            {"certificates": [
               {"id": 7, "name": "Default", "description": "For all", "course_title": "Computing", "is_active": true,
                "version": 1, "signatories": [
                   {"id": 3, "name": "Grace Hopper", "title": "Dean", "organization": "ExampleX",
                    "signature_image_path": "/assets/signature.png"},
                   {"name": "Alan Turing"}]},
               {"name": "Draft"}],
             "cert_html_view_overrides": {"colour": "blue", "nested": {"list": [1, null, true]}},
             "display_coursenumber": "CS 101", "display_organization": "Example University", "change_reason": "new dean"}""";
    private static final String INACTIVE = "{\"certificates\": [{\"id\": 1, \"name\": \"Draft\"}]}";

    @Test
    void whatIsPutIsKeptWholeWithAVersion() {
        // Given
        String run = known("course-v1:ConfX+Whole+2026");

        // When
        ValidatableResponse created = put(run, FULL, Tokens.staff());

        // Then
        created.statusCode(201).header("ETag", equalTo("\"1\""));
        get(run, Tokens.service())
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("version", equalTo(1), "has_active_certificate", equalTo(true))
                .body("certificates.id", contains(7, 8), "certificates.is_active", contains(true, false))
                .body("certificates[0].signatories.id", contains(3, 4))
                .body("certificates[0].signatories[0].signature_image_path", equalTo("/assets/signature.png"))
                .body("certificates[0].course_title", equalTo("Computing"))
                .body("cert_html_view_overrides.nested.list", contains(1, null, true))
                .body("display_coursenumber", equalTo("CS 101"))
                .body("display_organization", equalTo("Example University"))
                .body("changed_by", equalTo("staff"), "change_reason", equalTo("new dean"));
    }

    @Test
    void aChangeAddsAVersionAndOlderOnesStayReadable() {
        // Given
        String run = known("course-v1:ConfX+Versions+2026");
        put(run, FULL, Tokens.staff()).statusCode(201);

        // When
        ValidatableResponse changed = put(run, INACTIVE, Tokens.service());

        // Then
        changed.statusCode(200).body("version", equalTo(2), "has_active_certificate", equalTo(false));
        put(run, INACTIVE, Tokens.staff()).statusCode(200).body("version", equalTo(2));
        given(Tokens.staff())
                .queryParam("version", 1)
                .get(PATH, run)
                .then()
                .statusCode(200)
                .body("certificates[0].name", equalTo("Default"));
        given(Tokens.staff()).queryParam("version", 3).get(PATH, run).then().statusCode(404);
        given(Tokens.staff())
                .get(PATH + "/history?limit=1", run)
                .then()
                .body("results.version", contains(2), "next_cursor", equalTo("2"));
        given(Tokens.staff())
                .get(PATH + "/history?limit=1&cursor=2", run)
                .then()
                .body("results.version", contains(1), "next_cursor", nullValue());
    }

    @Test
    void ifMatchKeepsWhatTheClientHasNotSeen() {
        // Given
        String run = known("course-v1:ConfX+Match+2026");
        match(run, "\"1\"", FULL).statusCode(412).body("error_code", equalTo("configuration_changed"));
        match(run, "*", FULL).statusCode(412);
        put(run, FULL, Tokens.staff()).statusCode(201);

        // When
        ValidatableResponse seen = match(run, "\"1\"", INACTIVE);
        ValidatableResponse outdated = match(run, "\"1\"", FULL);

        // Then
        seen.statusCode(200).header("ETag", equalTo("\"2\""));
        outdated.statusCode(412).contentType("application/problem+json");
        match(run, "W/\"2\"", FULL).statusCode(412);
        match(run, "\"1\", \"2\"", FULL).statusCode(200).body("version", equalTo(3));
        match(run, "*", INACTIVE).statusCode(200).body("version", equalTo(4));
    }

    @Test
    void ofManyClientsThatSawOneVersionOneChangesIt() {
        // Given
        String run = known("course-v1:ConfX+Race+2026");
        put(run, FULL, Tokens.staff()).statusCode(201);

        // When
        List<CompletableFuture<Integer>> requests = IntStream.range(0, 6)
                .mapToObj(i -> "{\"certificates\": [{\"name\": \"Writer %d\"}]}".formatted(i))
                .map(body -> CompletableFuture.supplyAsync(
                        () -> match(run, "\"1\"", body).extract().statusCode()))
                .toList();
        List<Integer> statuses =
                requests.stream().map(CompletableFuture::join).sorted().toList();

        // Then
        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412);
        get(run, Tokens.staff()).body("version", equalTo(2));
    }

    @Test
    void aRequestThatIsRepeatedUnderItsKeyChangesNothingMore() {
        // Given
        String run = known("course-v1:ConfX+Repeat+2026");
        keyed(run, "config-repeat", FULL).statusCode(201);
        put(run, INACTIVE, Tokens.staff()).body("version", equalTo(2));

        // When
        ValidatableResponse repeated = keyed(run, "config-repeat", FULL);

        // Then
        repeated.statusCode(201).header("Idempotency-Replayed", "true").body("version", equalTo(1));
        get(run, Tokens.staff()).body("version", equalTo(2));
        keyed(run, "config-repeat", INACTIVE).statusCode(422);
    }

    @Test
    void aClientThatHasTheVersionIsToldSo() {
        // Given
        String run = known("course-v1:ConfX+Cached+2026");
        put(run, FULL, Tokens.staff());

        // When
        ValidatableResponse answer = given(Tokens.staff())
                .header("If-None-Match", "\"1\"")
                .get(PATH, run)
                .then();

        // Then
        answer.statusCode(304);
        given(Tokens.staff())
                .header("If-None-Match", "\"9\"")
                .get(PATH, run)
                .then()
                .statusCode(200);
    }

    @Test
    void anInstructorOfTheRunMayChangeItAndNobodyElseWithoutARole() {
        // Given
        String run = known("course-v1:ConfX+Roles+2026");
        RoleEvents instructor = new RoleEvents("config-instructor");
        RoleEvents staff = new RoleEvents("config-staff");
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(instructor.inRun(run, "instructor", true, 1));
            probe.send(staff.inRun(run, "staff", true, 1));
        }
        await().until(() -> Database.current()
                        .query("select 1 from course_role where course_key = ?", run)
                        .size()
                == 2);

        // When
        ValidatableResponse changed = put(run, FULL, instructor.token());

        // Then
        changed.statusCode(201).body("changed_by", equalTo("user-config-instructor"));
        get(run, instructor.token()).statusCode(200);
        put(run, INACTIVE, staff.token()).statusCode(403).body("error_code", equalTo("forbidden"));
        put(run, INACTIVE, Tokens.support()).statusCode(403);
        get(run, staff.token()).statusCode(403);
        get("course-v1:ConfX+Other+2026", instructor.token()).statusCode(403);
        given(staff.token()).get(PATH + "/history", run).then().statusCode(403);
    }

    @Test
    void aConfigurationThatBreaksARuleIsRefusedByMember() {
        // Given
        String body = """
                {"certificates": [{"id": 1, "name": "", "signatories": [{"signature_image_path": "javascript:alert(1)"}]},
                                  {"id": 1, "name": "Twice"}]}""";

        // When
        ValidatableResponse answer = put(known("course-v1:ConfX+Bad+2026"), body, Tokens.staff());

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_configuration"))
                .body("violations.field", hasItem("certificates[0].name"))
                .body("violations.field", hasItem("certificates[0].signatories[0].signature_image_path"))
                .body("violations.field", hasItem("certificates[1].id"), "violations", hasSize(3));
    }

    @Test
    void bodiesAndKeysOfAnotherShapeAreRefused() {
        String run = known("course-v1:ConfX+Shape+2026");

        put(run, "{}", Tokens.staff()).statusCode(400);
        put(run, "{\"certificates\": [null]}", Tokens.staff()).statusCode(400);
        put(run, "{\"certificates\": [{\"name\": \"a\", \"signatories\": [null]}]}", Tokens.staff())
                .statusCode(400);
        put(run, "{\"certificates\": {}}", Tokens.staff()).statusCode(400);
        put(run, "{\"certificates\": [{\"id\": 1e99, \"name\": \"a\"}]}", Tokens.staff())
                .statusCode(400);
        put("nonsense", FULL, Tokens.staff()).statusCode(400).body("error_code", equalTo("invalid_course_key"));
        get("nonsense", Tokens.staff()).statusCode(400);
        given(Tokens.staff()).queryParam("version", "x").get(PATH, run).then().statusCode(400);
    }

    @Test
    void aRunWithoutAConfigurationHasNone() {
        // When
        ValidatableResponse answer = get(known("course-v1:ConfX+None+2026"), Tokens.staff());

        // Then
        answer.statusCode(404)
                .contentType("application/problem+json")
                .body("error_code", equalTo("course_configuration_not_found"))
                .body("error_code", not(equalTo("not_found")));
    }

    @Test
    void aRunThatNobodyToldUsOfIsNotFoundAndGetsNoConfiguration() {
        // Given
        String unknown = "course-v1:ConfX+Unknown+2026";

        // When
        ValidatableResponse answer = put(unknown, FULL, Tokens.service());

        // Then
        answer.statusCode(404)
                .contentType("application/problem+json")
                .body("error_code", equalTo("course_run_not_found"));
        get(unknown, Tokens.staff()).statusCode(404).body("error_code", equalTo("course_run_not_found"));
        known(unknown);
        get(unknown, Tokens.staff()).statusCode(404).body("error_code", equalTo("course_configuration_not_found"));
    }

    @Test
    void takesOldKeysWithPlainSlashes() {
        known("ConfX/Old/2026");
        given(Tokens.staff())
                .contentType("application/json")
                .body(INACTIVE)
                .put("/api/certificates/v1/course-runs/ConfX/Old/2026/configuration")
                .then()
                .statusCode(201)
                .body("course_key", equalTo("ConfX/Old/2026"));
        given(Tokens.staff())
                .get("/api/certificates/v1/course-runs/ConfX/Old/2026/configuration/history")
                .then()
                .statusCode(200)
                .body("results", hasSize(1));
    }

    private String known(String run) {
        auditorium.pace(new CourseKey(run), 1, true);
        return run;
    }

    private static ValidatableResponse put(String run, String body, String token) {
        return given(token)
                .contentType("application/json")
                .body(body)
                .put(PATH, run)
                .then();
    }

    private static ValidatableResponse keyed(String run, String key, String body) {
        return given(Tokens.staff())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .put(PATH, run)
                .then();
    }

    private static ValidatableResponse match(String run, String ifMatch, String body) {
        return given(Tokens.staff())
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put(PATH, run)
                .then();
    }

    private static ValidatableResponse get(String run, String token) {
        return given(token).get(PATH, run).then();
    }

    private static RequestSpecification given(String token) {
        return RestAssured.given().auth().oauth2(token);
    }
}
