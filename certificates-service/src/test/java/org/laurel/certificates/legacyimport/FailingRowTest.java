package org.laurel.certificates.legacyimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.legacyimport.app.RowImporting;
import org.laurel.certificates.legacyimport.app.RowImporting.Worked;
import org.laurel.certificates.legacyimport.db.ImportRows.Place;
import org.laurel.certificates.lookup.Told;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Rows that cannot be read or taken stop no others, and what is not read of rows is not kept. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class FailingRowTest {

    @Test
    void aLearnerWhomARuleCannotDecideAboutStopsNobodyElse() {
        // Given
        Told broken = new Told("import-broken", "import-failing").inRun();
        Imports.imported(Imports.NDJSON, "", row(broken, "downloadable")).body("counts.imported", equalTo(1));
        broken.enrolled("verified").passing("0.9", 20);
        Told before = new Told("import-before", "import-failing");
        Told after = new Told("import-after", "import-failing");

        // When
        var report = Imports.imported(
                Imports.NDJSON,
                "",
                String.join("\n", row(before, "error"), row(broken, "notpassing"), "{}", row(after, "error")));

        // Then
        report.body("state", equalTo("done"), "rows", equalTo(4), "done", equalTo(4))
                .body("counts", equalTo(Map.of("imported", 2)))
                .body("refused", equalTo(Map.of("undecidable", 1, "missing_learner", 1)));
        given().auth()
                .oauth2(Tokens.staff())
                .get(Imports.PATH + "/" + report.extract().jsonPath().getLong("id") + "/problems")
                .then()
                .body("results.row", contains(2, 3), "results.code", contains("undecidable", "missing_learner"));
        assertThat(Database.current()
                        .query(
                                "select status from certificate where course_key = ? order by learner_id",
                                broken.course()))
                .extracting(row -> row.get("status"))
                .containsExactly("error", "error", "downloadable");
    }

    @Test
    void anEndlessNumberIsAnUnreadableRow() {
        // Given
        Told told = new Told("import-endless").inRun();

        // When
        var report = Imports.imported(Imports.NDJSON, "", row(told, "error").replace("\"0.9\"", "1e400"));

        // Then
        report.body("refused", equalTo(Map.of("unreadable_row", 1)));
    }

    @Test
    void rowsThatAreWorkedOffBeforeACrashAreOnlyCountedAfterIt() {
        // Given
        Told told = new Told("import-crash").inRun();
        long id = staged("learner_id,course_key,status,modified_at\n" + told.learnerId() + "," + told.course()
                + ",error,2013-01-01T00:00:00Z\nnobody,,error,\n");
        Database.current().execute("update legacy_import set job_id = 1000000 where id = ?", id);
        List<Place> places = List.of(new Place(1, 2), new Place(1, 3));
        RowImporting importing = Told.bean(RowImporting.class);

        // When
        List<Worked> worked = List.of(importing.apply(id, places), importing.apply(id, places));

        // Then
        assertThat(worked)
                .extracting(Worked::counts)
                .containsOnly(Map.of("imported", 1L, "refused.bad_course_key", 1L));
        assertThat(Database.current()
                        .value("select count(*) from certificate_history where learner_id = ?", told.learnerId()))
                .isEqualTo("1");
        assertThat(Database.current().value("select count(*) from legacy_import_problem where import_id = ?", id))
                .isEqualTo("1");
    }

    @Test
    void waitingRowsKeepOnlyWhatIsRead() {
        // Given
        Told told = new Told("import-extra").inRun();

        // When
        long id = staged(
                "learner_id,course_key,status,passport\n" + told.learnerId() + "," + told.course() + ",error,P1\n");

        // Then
        List<Map<String, Object>> members = Database.current()
                .query(
                        "select k from legacy_import_row, jsonb_object_keys(content) k where import_id = ? order by k",
                        id);
        assertThat(members).extracting(row -> row.get("k")).containsExactly("course_key", "learner_id", "status");
    }

    private static long staged(String csv) {
        long id = given().auth()
                .oauth2(Tokens.staff())
                .post(Imports.PATH)
                .then()
                .extract()
                .jsonPath()
                .getLong("id");
        given().auth()
                .oauth2(Tokens.staff())
                .contentType(Imports.CSV + "; charset=UTF-8")
                .body(csv)
                .post(Imports.PATH + "/" + id + "/parts")
                .then()
                .statusCode(200);
        return id;
    }

    private static String row(Told told, String status) {
        return Imports.row(
                told.learnerId(),
                told.course(),
                status,
                Imports.uuid("f" + told.word().hashCode()),
                Told.at(5));
    }
}
