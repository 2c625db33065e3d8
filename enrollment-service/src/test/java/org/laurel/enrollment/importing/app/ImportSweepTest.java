package org.laurel.enrollment.importing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.importing.Imports;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** What nobody needs any more goes. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ImportSweepTest {

    private final Scene scene = new Scene();
    private final Database database = Database.current();

    @Inject
    ImportSweep sweep;

    @Test
    void endsForgottenImportsAndDropsTheirRowsButNotThoseOfOthers() {
        // Given
        int forgotten = withPart();
        int open = withPart();
        int slow = withPart();
        age("created_at", forgotten, 8);
        age("created_at", slow, 8);
        database.execute(
                "update data_import_part set received_at = received_at - interval '8 days' where import_id = ?",
                forgotten);

        // When
        sweep.sweep();

        // Then
        Imports.get("/" + forgotten).body("state", equalTo("cancelled"));
        Imports.get("/" + open).body("state", equalTo("open"));
        Imports.get("/" + slow).body("state", equalTo("open"));
        assertThat(rows(forgotten)).isZero();
        assertThat(rows(open)).isEqualTo(1);
    }

    @Test
    void dropsTheRowsOfOldReports() {
        // Given
        int old = imported();
        int recent = imported();
        age("finished_at", old, 91);
        age("finished_at", recent, 89);

        // When
        sweep.sweep();

        // Then
        Imports.get("/" + old).body("counts.created", equalTo(1));
        assertThat(rows(old)).isZero();
        assertThat(rows(recent)).isEqualTo(1);
    }

    private int withPart() {
        int id = post("?kind=learners", "").statusCode(201).extract().jsonPath().getInt("id");
        post("/" + id + "/parts", row("waiting")).statusCode(200);
        return id;
    }

    private int imported() {
        return Imports.imported(Imports.CSV, "?kind=learners", row("old" + System.nanoTime()))
                .extract()
                .jsonPath()
                .getInt("id");
    }

    private static ValidatableResponse post(String path, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.staff())
                .contentType(Imports.CSV + "; charset=UTF-8")
                .body(body)
                .post(Imports.PATH + path)
                .then();
    }

    private String row(String name) {
        return "learner_id,username\n" + scene.id(name) + "," + scene.username(name) + "\n";
    }

    private void age(String column, int id, int days) {
        database.execute(
                "update data_import set " + column + " = now() - make_interval(days => ?) where id = ?", days, id);
    }

    private int rows(int id) {
        return database.query("select 1 from data_import_row where import_id = ?", id)
                .size();
    }
}
