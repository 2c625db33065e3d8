package org.laurel.enrollment.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.role.RoleScene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Long lists: a job works them off, and their senders see what became of each row. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class BulkRunTest {

    private final Scene scene = new Scene();
    private final BulkScene bulk = new BulkScene(scene);

    @Test
    void worksAFileOffAndTellsWhatBecameOfEachRow() {
        // Given
        scene.open("audit", "honor");
        scene.register("ada");
        scene.register("bob");
        String csv =
                "\uFEFFIdentifier,Course_ID,mode,note\r\n%s,%s,honor,\"a, b\"\r\n\r\n%s,%s\nnobody,%s,\n\"%s\",no-key,\n"
                        .formatted(
                                scene.username("ada"),
                                scene.course(),
                                scene.email("bob"),
                                scene.course(),
                                scene.course(),
                                scene.username("ada"));

        // When
        var answer = BulkScene.send(Tokens.staff(), Map.of("action", "enroll", "reason", "list"), csv);

        // Then
        int id = answer.statusCode(202).body("rows", equalTo(4)).extract().path("id");
        answer.header("Location", endsWith(BulkScene.PATH + "/" + id));
        BulkScene.ended(id)
                .body(
                        "state", equalTo("done"),
                        "done", equalTo(4),
                        "counts", equalTo(Map.of("enrolled", 2, "invalid_identifier", 1, "invalid_course_key", 1)));
        results(id, "")
                .body(
                        "results.outcome", contains("enrolled", "enrolled", "invalid_identifier", "invalid_course_key"),
                        "results.row", contains(1, 2, 3, 4),
                        "results[0].after_mode", equalTo("honor"),
                        "results[0].state_transition", equalTo("from unenrolled to enrolled"));
        results(id, "?limit=3&cursor=2").body("results", hasSize(2), "next_cursor", nullValue());
        String table = given().auth()
                .oauth2(Tokens.staff())
                .accept("text/csv")
                .get(BulkScene.PATH + "/" + id + "/results")
                .asString();
        assertThat(table.lines()).hasSize(5).first().asString().startsWith("row,identifier,course_id,outcome");
        assertThat(scene.row("ada")).containsEntry("mode", "honor").containsEntry("change_reason", "list");
    }

    @Test
    void hasALongListWorkedOffInChunksAndSkipsNobody() {
        // Given
        scene.open();
        String emails = IntStream.range(0, 2_500)
                .mapToObj(i -> "\"" + scene.email("p" + i) + "\"")
                .collect(Collectors.joining(","));

        // When
        var answer = BulkScene.post(
                Tokens.service(),
                "{\"action\": \"enroll\", \"courses\": [\"%s\"], \"identifiers\": [%s]}"
                        .formatted(scene.course(), emails));

        // Then
        int id = answer.statusCode(202).extract().path("id");
        BulkScene.ended(id).body("counts.allowed", equalTo(2_500), "rows", equalTo(2_500));
        assertThat(bulk.audit()).hasSize(2_500);
    }

    @Test
    void goesOnAfterACrashWithoutDoingAnythingTwice() {
        // Given
        scene.open();
        scene.register("ada");
        int id = BulkScene.send(
                        Tokens.staff(),
                        Map.of("action", "enroll", "course_id", scene.course()),
                        "username\n" + scene.username("ada"))
                .statusCode(202)
                .extract()
                .path("id");
        BulkScene.ended(id);

        // When
        Database.current().execute("update bulk_enrollment set finished_at = null where id = ?", id);
        Database.current()
                .execute(
                        "update job set state = 'running', cursor = null, done = 0, counts = '{}', finished_at = null,"
                                + " not_before = now() where id = (select job_id from bulk_enrollment where id = ?)",
                        id);

        // Then
        BulkScene.ended(id).body("counts", equalTo(Map.of("enrolled", 1)));
        assertThat(scene.row("ada")).containsEntry("version", 1L);
        assertThat(bulk.audit()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "name\nada", "identifier\nada", "identifier,course_id\n", "identifier,course_id\n\"ada,x"})
    void refusesAFileThatIsNone(String csv) {
        // Given the file above, which names no course run
        // When
        var answer = BulkScene.send(Tokens.staff(), Map.of("action", "enroll"), csv);

        // Then
        answer.statusCode(400);
    }

    @Test
    void belongsToItsSenderAndToStaff() {
        // Given
        scene.open();
        scene.register("teacher");
        new RoleScene(scene).give(Tokens.staff(), "teacher", "staff").statusCode(201);
        String csv = "identifier,course_id\nada," + scene.course();
        int id = BulkScene.send(scene.token("teacher"), Map.of("action", "enroll"), csv)
                .statusCode(202)
                .extract()
                .path("id");

        // When
        var answer = Scene.get(scene.token("teacher"), "/bulk-enrollments/" + id);

        // Then
        answer.statusCode(200);
        Scene.get(scene.token("other"), "/bulk-enrollments/" + id).statusCode(404);
        Scene.get(scene.token("other"), "/bulk-enrollments").statusCode(200).body("results", hasSize(0));
        Scene.get(scene.token("teacher"), "/bulk-enrollments").body("results.id", contains(id));
        Scene.get(Tokens.staff(), "/bulk-enrollments?limit=1").body("results", hasSize(1));
        Scene.get(Tokens.staff(), "/bulk-enrollments/0").statusCode(404);
        BulkScene.send(scene.token("teacher"), Map.of("action", "enroll"), csv + "\nada,course-v1:No+Such+Run")
                .statusCode(403);
        BulkScene.send(scene.token("teacher"), Map.of("action", "enroll", "mode", "verified"), csv)
                .statusCode(403);
    }

    @Test
    void refusesAListWithAModeThatCourseStaffMayNotGive() {
        // Given
        scene.open("audit", "honor", "verified");
        scene.register("teacher");
        new RoleScene(scene).give(Tokens.staff(), "teacher", "staff").statusCode(201);
        Map<String, String> parameters = Map.of("action", "enroll", "course_id", scene.course());
        String csv = "identifier,mode\n" + scene.email("one") + ",honor\n" + scene.email("two") + ",verified\n";

        // When
        var answer = BulkScene.send(scene.token("teacher"), parameters, csv);

        // Then
        answer.statusCode(403);
        Scene.get(scene.token("teacher"), "/bulk-enrollments").body("results", hasSize(0));
        BulkScene.send(scene.token("teacher"), parameters, csv.replace("verified", "audit"))
                .statusCode(202);
        BulkScene.send(Tokens.staff(), parameters, csv).statusCode(202);
    }

    @Test
    void endsAtOnceWhenItIsCancelled() {
        // Given
        scene.open();
        int id = BulkScene.send(
                        Tokens.staff(),
                        Map.of("action", "enroll", "course_id", scene.course()),
                        "identifier\n" + scene.email("new"))
                .extract()
                .path("id");

        // When
        var answer = given().auth().oauth2(Tokens.staff()).post(BulkScene.PATH + "/" + id + "/cancel");

        // Then
        answer.then().statusCode(200);
        assertThat((String) BulkScene.ended(id).extract().path("state")).isIn("cancelled", "done");
        given().auth()
                .oauth2(scene.token("other"))
                .post(BulkScene.PATH + "/" + id + "/cancel")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse results(int id, String query) {
        return Scene.get(Tokens.staff(), "/bulk-enrollments/" + id + "/results" + query)
                .statusCode(200);
    }
}
