package org.laurel.enrollment.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.laurel.enrollment.importing.Imports.CSV;
import static org.laurel.enrollment.importing.Imports.NDJSON;
import static org.laurel.enrollment.importing.Imports.PATH;
import static org.laurel.enrollment.importing.Imports.ended;
import static org.laurel.enrollment.importing.Imports.get;
import static org.laurel.enrollment.importing.Imports.open;
import static org.laurel.enrollment.importing.Imports.part;
import static org.laurel.enrollment.importing.Imports.post;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.importing.app.RowImporting;
import org.laurel.enrollment.importing.db.ImportRows.Place;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** Sending, starting, following and ending imports. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ImportOperationsTest {

    private static final String LEARNERS = "?kind=learners";
    private static final String HEADER = "learner_id,username\n";

    private final Scene scene = new Scene();
    private final Database database = Database.current();

    @Inject
    RowImporting importing;

    @Inject
    StatementCount statements;

    @Inject
    AgroalDataSource connections;

    @Test
    void takesLargeImportsInPartsInAnyNumberOfTries() {
        // Given
        long id = open(LEARNERS);
        part(id, 2, 1, lines(0, 10)).statusCode(409).body("error_code", equalTo("header_missing"));
        part(id, 1, 1, HEADER + lines(0, 1_200)).statusCode(200).body("rows", equalTo(1_200));
        part(id, 1, 1, HEADER + lines(0, 1_200)).statusCode(200).body("rows", equalTo(1_200));
        part(id, 1, 1, HEADER + lines(0, 1)).statusCode(409).body("error_code", equalTo("part_differs"));
        part(id, 3, 1_302, lines(1_300, 1_400)).statusCode(200);
        post("/" + id + "/start").statusCode(409).body("error_code", equalTo("part_missing"));
        part(id, 2, 1_202, HEADER + lines(1_200, 1_300)).statusCode(200).body("rows", equalTo(100));

        // When
        post("/" + id + "/start").statusCode(202);
        post("/" + id + "/start").statusCode(202);

        // Then
        ended(id).body("rows", equalTo(1_400), "parts", equalTo(3), "counts", equalTo(Map.of("created", 1_400)));
        part(id, 4, 1, lines(0, 1)).statusCode(409).body("error_code", equalTo("import_started"));
        assertThat(database.query("select 1 from data_import_row where import_id = ? and part = 3 and line = 1302", id))
                .hasSize(1);
    }

    @Test
    void refusesPartsThatDoNotGoWithTheOthersOrMakeThemTooMuch() {
        // Given
        long id = open(LEARNERS);
        part(id, 1, 1, HEADER + lines(0, 1)).statusCode(200);

        // When
        Imports.send(NDJSON, "/" + id + "/parts?n=2&first_line=3", "{}")
                .statusCode(400)
                .body("error_code", equalTo("format_differs"));

        // Then
        database.execute("update data_import_part set size = ? where import_id = ?", Long.MAX_VALUE / 2, id);
        part(id, 2, 3, lines(1, 2)).statusCode(413).body("error_code", equalTo("import_too_large"));
        get("/" + id).body("parts", equalTo(1), "rows", equalTo(1));
    }

    /** So that no request of another test gets a connection that was cut. */
    @AfterEach
    void forgetConnections() {
        connections.flush(AgroalDataSource.FlushMode.GRACEFUL);
    }

    @Test
    void goesOnWhereItWasWhenTheDatabaseComesBack() {
        // Given
        long id = Imports.send(CSV, LEARNERS, HEADER + lines(0, 5_000))
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");

        // When
        LaurelInfrastructure.postgres().cut();
        LaurelInfrastructure.postgres().restore();

        // Then
        ended(id).body("done", equalTo(5_000), "counts", equalTo(Map.of("created", 5_000)));
        assertThat(database.value(
                        "select count(*) from learner_history where learner_id like ?", scene.id("many") + "%"))
                .isEqualTo("5000");
    }

    @Test
    void rowsThatAreWorkedOffBeforeACrashAreOnlyCountedAfterIt() {
        // Given
        long id = open(LEARNERS);
        part(id, 1, 1, HEADER + lines(0, 2) + ",\n").statusCode(200);
        List<Place> places = places(2, 4);
        List<String> before = importing.apply(id, places);

        // When
        List<String> after = importing.apply(id, places);

        // Then
        assertThat(before).containsExactly("created", "created", "refused.missing_learner");
        assertThat(after).isEqualTo(before);
        get("/" + id + "/rows").body("results.outcome", contains("created", "created", "refused"));
    }

    @Test
    void aThousandRowsTakeAsManyStatementsAsOne() {
        // Given
        long id = open(LEARNERS);
        String profile = "learner_id,username,city\n" + lines(0, 501).replace("\n", ",Leeds\n");
        part(id, 1, 1, profile).statusCode(200);
        long enrollments = open("?kind=enrollments");
        scene.open();
        String header = "learner_id,username,course_key\n";
        part(enrollments, 1, 1, header + lines(0, 501).replaceAll(",.*\n", ",," + scene.course() + "\n"))
                .statusCode(200);

        // When
        long one = statements.during(() -> importing.apply(id, places(2, 2)));
        long many = statements.during(() -> importing.apply(id, places(3, 502)));
        long oneEnrollment = statements.during(() -> importing.apply(enrollments, places(2, 2)));
        long manyEnrollments = statements.during(() -> importing.apply(enrollments, places(3, 502)));

        // Then
        assertThat(many).isEqualTo(one);
        assertThat(manyEnrollments).isEqualTo(oneEnrollment);
        assertThat(database.value("select count(*) from profile where learner_id like ?", scene.id("many") + "%"))
                .isEqualTo("501");
    }

    @Test
    void endsWhenItIsCancelledAndKeepsWhatIsDone() {
        // Given
        long id = open(LEARNERS);
        part(id, 1, 1, HEADER + lines(0, 2)).statusCode(200);

        // When
        post("/" + id + "/cancel").statusCode(200).body("state", equalTo("cancelled"));

        // Then
        post("/" + id + "/cancel").statusCode(200).body("state", equalTo("cancelled"));
        post("/" + id + "/start").statusCode(202).body("state", equalTo("cancelled"));
        post("/99999999/cancel").statusCode(404).body("error_code", equalTo("import_not_found"));
        get("/" + id + "/rows").statusCode(200).body("results.size()", equalTo(0));
    }

    @Test
    void saysWhatToDoWithFilesThatItCannotTake() {
        // Given
        byte[] latin = "learner_id,username\n1,\u00e9".getBytes(StandardCharsets.ISO_8859_1);

        // When Then
        Imports.send(CSV, LEARNERS, latin).statusCode(400).body("error_code", equalTo("not_utf8"));
        Imports.send(NDJSON, LEARNERS, new byte[] {(byte) 0xC3})
                .statusCode(400)
                .body("error_code", equalTo("not_utf8"));
        Imports.send(CSV, LEARNERS, "a;b\n").statusCode(400).body("error_code", equalTo("missing_columns"));
        Imports.send(CSV, LEARNERS, "learner_id,username,username\n")
                .statusCode(400)
                .body("error_code", equalTo("duplicate_columns"));
        Imports.send(CSV, LEARNERS, HEADER + "1,\"ada\n")
                .statusCode(400)
                .body("error_code", equalTo("unclosed_quote"), "detail", containsString("line 2"));
        Imports.send("application/pdf", LEARNERS, "x").statusCode(415).body("detail", containsString(NDJSON));
        Imports.send("text/csv;charset=latin1", LEARNERS, "x").statusCode(415);
        Imports.send(CSV, LEARNERS + "&dry_run=yes", HEADER)
                .statusCode(400)
                .body("error_code", equalTo("invalid_dry_run"));
        Imports.send(CSV, "", HEADER).statusCode(400).body("error_code", equalTo("invalid_kind"));
        Imports.send(CSV, "?kind=cars", HEADER).statusCode(400).body("error_code", equalTo("invalid_kind"));
        post("/" + open(LEARNERS) + "/parts").statusCode(415);
        post("/99999999/start").statusCode(404);
        part(99_999_999, 1, 1, HEADER).statusCode(404).body("error_code", equalTo("import_not_found"));
        Imports.send(CSV, LEARNERS, new byte[15 * 1024 * 1024 + 1])
                .statusCode(413)
                .body("error_code", equalTo("part_too_large"), "detail", containsString("/parts?n=1"));
    }

    @Test
    void showsImportsNewestFirstAndFollowsThem() {
        // Given
        long id = Imports.send(CSV, LEARNERS, HEADER + lines(0, 1))
                .header("Location", containsString(PATH + "/"))
                .extract()
                .jsonPath()
                .getLong("id");
        ended(id);

        // When
        ValidatableResponse list = get("?limit=1");

        // Then
        list.statusCode(200).body("results.size()", equalTo(1));
        get("?cursor=" + (id + 1)).body("results[0].id", equalTo((int) id), "results[0].rows", greaterThan(0));
        get("/" + id + "/events").statusCode(200).body(containsString("\"state\":\"done\""));
        get("/" + open(LEARNERS) + "/events").statusCode(400).body("error_code", equalTo("import_not_started"));
        get("/99999999").statusCode(404);
        get("/" + id + "/rows?cursor=x").statusCode(400).body("error_code", equalTo("invalid_cursor"));
    }

    @Test
    void repeatsItsAnswerUnderAnIdempotencyKey() {
        // Given
        String body = HEADER + lines(0, 1);

        // When
        int first = keyed(body).statusCode(202).extract().jsonPath().getInt("id");

        // Then
        keyed(body).statusCode(202).body("id", equalTo(first));
        keyed(body + "\n").statusCode(422);
    }

    @Test
    void isForStaffAndServicesOnly() {
        given().auth()
                .oauth2(scene.token("ada"))
                .contentType(CSV + "; charset=UTF-8")
                .body(HEADER)
                .post(PATH + LEARNERS)
                .then()
                .statusCode(403);
        given().auth().oauth2(scene.token("ada")).get(PATH).then().statusCode(403);
    }

    private ValidatableResponse keyed(String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .header("Idempotency-Key", "import-" + scene.id("key"))
                .contentType(CSV + "; charset=UTF-8")
                .body(body)
                .post(PATH + LEARNERS)
                .then();
    }

    private String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> scene.id("many") + "-" + i + "," + scene.username("many") + "-" + i + "\n")
                .collect(Collectors.joining());
    }

    private static List<Place> places(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(line -> new Place(1, line))
                .toList();
    }
}
