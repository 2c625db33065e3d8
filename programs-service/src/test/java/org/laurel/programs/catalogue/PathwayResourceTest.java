package org.laurel.programs.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.catalogue.Calls.delete;
import static org.laurel.programs.catalogue.Calls.get;
import static org.laurel.programs.catalogue.Calls.learner;
import static org.laurel.programs.catalogue.Calls.put;
import static org.laurel.programs.catalogue.Calls.uuid;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** Pathways by REST. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PathwayResourceTest {

    @Test
    void createsAPathwayWithUsualTypeAndStatusAndTheNextId() {
        // When
        var created = put(path("way-first"), "{\"name\": \"First\", \"org_name\": \"Uni\"}");

        // Then
        created.statusCode(201)
                .header("ETag", "\"1\"")
                .body(
                        "id",
                        greaterThan(0),
                        "pathway_type",
                        equalTo("credit"),
                        "status",
                        equalTo("published"),
                        "email",
                        nullValue());
    }

    @Test
    void replacesAndReadsAPathwayByItsVersion() {
        // Given
        String path = path("way-life");
        String program = uuid("way-life-program");
        put(path, """
                        {"id": 70001, "name": "Life", "org_name": "Uni", "email": "records@uni.example",
                         "destination_url": "https://uni.example/x", "description": "On and on", "pathway_type": "industry",
                         "status": "unpublished", "program_uuids": ["%s"]}""".formatted(program)).statusCode(201);

        // When
        var replaced = put(path, "{\"name\": \"Life\", \"org_name\": \"College\", \"status\": \"retired\"}", "\"1\"");

        // Then
        replaced.statusCode(200)
                .header("ETag", "\"2\"")
                .body("id", equalTo(70001), "org_name", equalTo("College"), "status", equalTo("retired"));
        put(path, "{\"name\": \"Life\", \"org_name\": \"College\", \"status\": \"retired\"}")
                .header("ETag", "\"2\"");
        get(path + "/history")
                .body(
                        "results.version",
                        contains(2, 1),
                        "results[1].document.program_uuids",
                        contains(program),
                        "results[1].document.email",
                        equalTo("records@uni.example"));
    }

    @Test
    void tellsTheAddressOfRecordsToStaffOnly() {
        // Given
        String path = path("way-address");
        put(path, "{\"name\": \"Address\", \"org_name\": \"Uni\", \"email\": \"records@uni.example\"}");

        // When
        var seen = learner().get(Calls.BASE + path);

        // Then
        seen.then().statusCode(200).body("name", equalTo("Address"), "email", nullValue());
        get(path).body("email", equalTo("records@uni.example"));
    }

    @Test
    void refusesAnotherVersionThanTheExpectedOne() {
        // Given
        String path = path("way-stale");
        put(path, "{\"name\": \"Stale\", \"org_name\": \"Uni\"}").statusCode(201);

        // When
        var stale = put(path, "{\"name\": \"New\", \"org_name\": \"Uni\"}", "\"2\"");

        // Then
        stale.statusCode(412).body("error_code", equalTo("version_changed"));
        delete(path, "\"2\"").statusCode(412);
    }

    @Test
    void keepsAnIdForEver() {
        // Given
        put(path("way-id"), "{\"id\": 70010, \"name\": \"Id\", \"org_name\": \"Uni\"}")
                .statusCode(201);
        delete(path("way-id"), "").statusCode(204);

        // When
        var other = put(path("way-id-other"), "{\"id\": 70010, \"name\": \"Other\", \"org_name\": \"Uni\"}");

        // Then
        other.statusCode(409).body("error_code", equalTo("pathway_id_taken"));
        put(path("way-id"), "{\"id\": 70010, \"name\": \"Id\", \"org_name\": \"Uni\"}")
                .statusCode(201)
                .header("ETag", "\"3\"");
        put(path("way-id"), "{\"id\": 70011, \"name\": \"Id\", \"org_name\": \"Uni\"}")
                .statusCode(409)
                .body("error_code", equalTo("pathway_id_fixed"));
    }

    @Test
    void namesEverythingThatIsWrong() {
        // When
        var answer = put(path("way-wrong"), """
                {"id": 0, "uuid": "x", "org_name": " ", "email": "nobody", "destination_url": "javascript:x",
                 "description": 7, "pathway_type": "sea", "status": "lost", "program_uuids": ["x", "%1$s", "%1$s"]}""".formatted(uuid("twice")));

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("invalid_pathway"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "id",
                                "uuid",
                                "name",
                                "org_name",
                                "email",
                                "destination_url",
                                "description",
                                "pathway_type",
                                "status",
                                "program_uuids[0]",
                                "program_uuids[2]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{\"name\": \"a\\u0000\", \"org_name\": \"b\"}",
                "{\"id\": 9007199254740992, \"name\": \"a\", \"org_name\": \"b\"}",
                "{\"name\": \"a\", \"org_name\": \"b\", \"program_uuids\": {}}"
            })
    void refusesWhatIsNoPathway(String body) {
        put(path("way-none"), body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void answersForUnknownAndMalformedUuidsAndForLearnersWhoWrite() {
        get(path("way-unknown")).statusCode(404).body("error_code", equalTo("pathway_not_found"));
        delete(path("way-unknown"), "").statusCode(404);
        put("pathways/7", "{}").statusCode(400).body("error_code", equalTo("invalid_uuid"));
        String path = Calls.BASE + path("way-unknown");
        learner().body("{}").put(path).then().statusCode(403);
        learner().delete(path).then().statusCode(403);
        learner().get(path + "/history").then().statusCode(403);
    }

    @Test
    void cannotBeDeletedWhileAProgramLeadsToIt() {
        // Given
        String program = uuid("way-used-program");
        put("programs/" + program, "{\"title\": \"Leading on\", \"pathway_ids\": [70021]}")
                .statusCode(201);
        put(path("way-listed"), """
                        {"id": 70020, "name": "Listed", "org_name": "Uni", "program_uuids": ["%s"]}""".formatted(program)).statusCode(201);
        put(path("way-named"), "{\"id\": 70021, \"name\": \"Named\", \"org_name\": \"Uni\"}")
                .statusCode(201);

        // When
        var listed = delete(path("way-listed"), "");
        var named = delete(path("way-named"), "");

        // Then
        listed.statusCode(409).body("error_code", equalTo("in_use"), "detail", containsString("Leading on"));
        named.statusCode(409);
        delete("programs/" + program, "").statusCode(204);
        delete(path("way-listed"), "\"1\"").statusCode(204);
        delete(path("way-named"), "").statusCode(204);
        get(path("way-listed")).statusCode(404);
    }

    @Test
    void cannotBeDeletedWhenRecordsWereSentOverIt() {
        // Given
        String program = uuid("way-sent-program");
        put("programs/" + program, "{\"title\": \"Sent\"}").statusCode(201);
        put(path("way-sent"), "{\"id\": 70040, \"name\": \"Sent\", \"org_name\": \"Uni\"}")
                .statusCode(201);
        Database.current().execute("""
                insert into sent_record (learner_id, pathway_id, program_uuid, status, created_at, sent_at, changed_by, cause_id)
                values ('way-sent', 70040, ?::uuid, 'sent', now(), now(), 'test', 'test')""", program);

        // When
        var refused = delete(path("way-sent"), "");

        // Then
        refused.statusCode(409)
                .body("error_code", equalTo("in_use"), "detail", containsString("Learners have sent records over it."));
    }

    @Test
    void listsPathwaysByProgramTypeStatusAndText() {
        // Given
        String program = uuid("way-list-program");
        put(path("way-list-1"), """
                        {"id": 70031, "name": "Listing one", "org_name": "Uni 100%%", "program_uuids": ["%s"]}""".formatted(program)).statusCode(201);
        put(path("way-list-2"), """
                        {"id": 70032, "name": "Listing two", "org_name": "Shop", "pathway_type": "industry", "status": "retired",
                         "program_uuids": ["%s"]}""".formatted(program)).statusCode(201);

        // When
        var all = get("pathways", "program", program);

        // Then
        all.statusCode(200).body("count", equalTo(2), "results.id", contains(70031, 70032));
        get("pathways", "program", program, "pathway_type", "industry").body("results.id", contains(70032));
        get("pathways", "program", program, "status", "published").body("results.id", contains(70031));
        get("pathways", "program", program, "q", "100%").body("results.id", contains(70031));
        get("pathways", "program", program, "q", "LISTING T").body("results.id", contains(70032));
        get("pathways", "program", program, "page_size", 1)
                .body("results.id", contains(70031), "next", containsString("page=2"), "next_cursor", equalTo("70031"));
        get("pathways", "program", program, "page_size", 1, "cursor", "70031")
                .body("results.id", contains(70032), "next_cursor", nullValue(), "count", equalTo(2));
        get("pathways", "program", "x").statusCode(400).body("error_code", equalTo("invalid_uuid"));
        get("pathways", "pathway_type", "x").statusCode(400).body("error_code", equalTo("invalid_pathway_type"));
        get("pathways", "status", "x").statusCode(400).body("error_code", equalTo("invalid_status"));
        get("pathways", "cursor", "x").statusCode(400).body("error_code", equalTo("invalid_cursor"));
    }

    private static String path(String word) {
        return "pathways/" + uuid(word);
    }
}
