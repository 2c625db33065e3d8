package org.laurel.enrollment.exporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.enrollment.importing.Imports.CSV;
import static org.laurel.enrollment.importing.Imports.NDJSON;
import static org.laurel.enrollment.importing.Imports.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** Learners and enrollments as files. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ExportTest {

    private final Scene scene = new Scene();

    @Inject
    StatementCount statements;

    @Test
    void anExportCanBeImportedElsewhereAndHereChangesNothing() {
        // Given
        String learners = """
                {"learner_id": "%s", "username": "%s", "email": "%s", "name": "Ada, \\"the\\" first", "is_active": false,
                 "allow_certificate": false, "occurred_at": "2020-01-01T00:00:00Z", "year_of_birth": 1990, "gender": "f",
                 "level_of_education": "p", "country": "US", "state": "MA", "city": "Leeds", "language": "en",
                 "location": "north", "bio": "=1+1\\nTwo lines", "goals": "g", "mailing_address": "m",
                 "phone_number": "+15551234", "meta": {"a": [1, "x"]}}
                """.replace("\n", "").formatted(scene.id("ada"), scene.username("ada"), scene.email("ada"));
        scene.open("audit", "verified");
        imported(NDJSON, "?kind=learners", learners).body("counts", equalTo(Map.of("created", 1)));
        imported(
                CSV,
                "?kind=enrollments",
                "learner_id,course_key,mode,is_active,created,occurred_at\n" + scene.id("ada") + "," + scene.course()
                        + ",verified,false,2012-01-01,2013-01-01T00:00:00.5Z\n");

        for (String format : List.of("csv", "jsonl")) {
            String type = format.equals("csv") ? CSV : NDJSON;
            // When
            String accounts = export("learners." + format, "").extract().asString();
            String enrollments = export("enrollments." + format, "").extract().asString();

            // Then
            imported(type, "?kind=learners", accounts).body("counts", equalTo(Map.of("unchanged", 1)));
            imported(type, "?kind=enrollments", enrollments).body("counts", equalTo(Map.of("unchanged", 1)));
            forget();
            imported(type, "?kind=learners", accounts).body("counts", equalTo(Map.of("created", 1)));
            imported(type, "?kind=enrollments", enrollments).body("counts", equalTo(Map.of("created", 1)));
            assertThat(export("learners." + format, "").extract().asString()).isEqualTo(accounts);
            assertThat(export("enrollments." + format, "").extract().asString()).isEqualTo(enrollments);
        }
        export("learners.csv", "")
                .body(containsString("\"Ada, \"\"the\"\" first\",false,false,2020-01-01T00:00:00Z,1990"));
        export("learners.jsonl", "")
                .body(containsString("\"state\":\"MA\""), containsString("\"phone_number\":\"+15551234\""));
        export("learners.csv", "").body(containsString("\"'=1+1\nTwo lines\""));
        export("enrollments.jsonl", "")
                .body(containsString("\"is_active\":false,\"created\":\"2012-01-01T00:00:00Z\""));
    }

    @Test
    void limitsToACourseRunAndToActiveOrInactiveOnes() {
        // Given
        scene.open();
        scene.register("ada");
        scene.register("bob");
        scene.register("eve");
        scene.enrollAsService("ada", "").statusCode(200);
        scene.enrollAsService("bob", "").statusCode(200);
        scene.enrollAsService("bob", ", \"is_active\": false").statusCode(200);

        // When
        ValidatableResponse active = export("enrollments.csv", "&is_active=true");

        // Then
        assertThat(ids(active)).containsExactly(scene.id("ada"));
        assertThat(ids(export("enrollments.csv", "&is_active=false"))).containsExactly(scene.id("bob"));
        assertThat(ids(export("learners.csv", ""))).containsExactly(scene.id("ada"), scene.id("bob"));
        assertThat(ids(export("learners.csv", "&is_active=false"))).isEmpty();
        Scene.get(Tokens.staff(), "/exports/learners.csv").statusCode(200).body(containsString(scene.id("eve")));
        Scene.get(Tokens.staff(), "/exports/enrollments.csv").statusCode(200).body(containsString(scene.id("ada")));
    }

    @Test
    void aLongListIsWrittenWholeByOneStatementForEachThousandRows() {
        // Given
        scene.open();
        String rows = IntStream.range(10_000, 12_100)
                .mapToObj(
                        i -> scene.id("many") + "-" + i + "," + scene.username("many") + "-" + i + "," + scene.course())
                .collect(Collectors.joining("\n"));
        imported(CSV, "?kind=learners", "learner_id,username,course_key\n" + rows);
        imported(CSV, "?kind=enrollments", "learner_id,username,course_key\n" + rows);
        Scene empty = new Scene();
        empty.open();

        // When
        long many = statements.during(
                () -> assertThat(ids(export("enrollments.csv", ""))).hasSize(2_100));
        long none = statements.during(() -> empty(empty, "enrollments.csv"));
        long manyLearners = statements.during(
                () -> assertThat(ids(export("learners.csv", ""))).hasSize(2_100));
        long noLearners = statements.during(() -> empty(empty, "learners.csv"));

        // Then
        assertThat(many - none)
                .as("statements for the second and third thousand")
                .isEqualTo(2);
        assertThat(manyLearners - noLearners).isEqualTo(2);
    }

    @Test
    void refusesWhatItCannotRead() {
        Scene.get(Tokens.staff(), "/exports/learners.csv?course_id=x")
                .statusCode(400)
                .body("error_code", equalTo("invalid_course_key"));
        Scene.get(Tokens.staff(), "/exports/enrollments.jsonl?is_active=perhaps")
                .statusCode(400)
                .body("error_code", equalTo("invalid_is_active"));
    }

    @Test
    void isForStaffAndServicesOnly() {
        for (String file : List.of("learners.csv", "learners.jsonl", "enrollments.csv", "enrollments.jsonl")) {
            Scene.get(scene.token("ada"), "/exports/" + file).statusCode(403);
            Scene.get(Tokens.service(), "/exports/" + file + "?course_id=course-v1:A%2BB%2BC")
                    .statusCode(200);
        }
    }

    private ValidatableResponse export(String file, String more) {
        return given().auth()
                .oauth2(Tokens.staff())
                .queryParam("course_id", scene.course())
                .get("/api/enrollment/v1/exports/" + file + (more.isEmpty() ? "" : "?" + more.substring(1)))
                .then()
                .header("Cache-Control", equalTo("no-cache"))
                .statusCode(200);
    }

    private static void empty(Scene scene, String file) {
        given().auth()
                .oauth2(Tokens.staff())
                .queryParam("course_id", scene.course())
                .get("/api/enrollment/v1/exports/" + file)
                .then()
                .statusCode(200);
    }

    private static List<String> ids(ValidatableResponse csv) {
        return csv.extract()
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    /** As if the learner had never been here. */
    private void forget() {
        Database database = Database.current();
        for (String table : List.of("enrollment", "profile", "learner")) {
            database.execute("delete from " + table + " where learner_id = ?", scene.id("ada"));
        }
        database.execute("delete from newest_fact where subject like '%' || ? || '%'", scene.id("ada"));
    }
}
