package org.laurel.enrollment.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.enrollment.importing.Imports.CSV;
import static org.laurel.enrollment.importing.Imports.NDJSON;
import static org.laurel.enrollment.importing.Imports.PATH;
import static org.laurel.enrollment.importing.Imports.imported;
import static org.laurel.enrollment.importing.Imports.rows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Learners from files. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerImportTest {

    private static final String LEARNERS = "?kind=learners";

    private final Scene scene = new Scene();
    private final Database database = Database.current();

    @Test
    void takesAccountsAndProfilesFromCsv() {
        // Given
        String csv = """
                \uFEFFlearner_id,username,email,name,is_active,allow_certificate,occurred_at,year_of_birth,country,bio,meta
                %s,%s,%s,"Lovelace, Ada",false,false,2020-05-01T10:00:00Z,1990,GB,"Two
                lines","{""shoe"": 38}"
                """.formatted(scene.id("ada"), scene.username("ada"), scene.email("ada"));

        // When
        var report = imported(CSV, LEARNERS, csv);

        // Then
        report.body("kind", equalTo("learners"), "format", equalTo("csv"), "state", equalTo("done"))
                .body("rows", equalTo(1), "done", equalTo(1), "counts", equalTo(Map.of("created", 1)))
                .body("refused", aMapWithSize(0), "created_by", equalTo("staff"));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada"))
                .body("name", equalTo("Lovelace, Ada"), "is_active", equalTo(false))
                .body("allow_certificate", equalTo(false), "occurred_at", equalTo("2020-05-01T10:00:00Z"));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada") + "/profile")
                .body("year_of_birth", equalTo(1990), "country", equalTo("GB"), "bio", equalTo("Two\nlines"))
                .body("meta.shoe", equalTo(38));
        assertThat(database.query("select content from data_import_row where subject = ?", scene.id("ada")))
                .as("what a row said does not outlive its work")
                .singleElement()
                .satisfies(row -> assertThat(row.get("content")).isNull());
    }

    @Test
    void leavesAloneWhatRowsDoNotSay() {
        // Given
        imported(NDJSON, LEARNERS, row("ada", ", \"is_active\": false, \"city\": \"London\", \"bio\": \"Poet\""));
        String later = """
                {"learner_id": "%s", "username": "%s", "city": null}""".formatted(scene.id("ada"), scene.username("renamed"));

        // When
        var report = imported(NDJSON, LEARNERS, later);

        // Then
        report.body("counts", equalTo(Map.of("updated", 1)));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada"))
                .body("username", equalTo(scene.username("renamed")), "email", equalTo(scene.email("ada")))
                .body("name", equalTo("ada"), "is_active", equalTo(false));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada") + "/profile")
                .body("city", nullValue(), "bio", equalTo("Poet"));
    }

    @Test
    void refusesOnlyWhatRowsSayOfProfilesThemselves() {
        // Given
        imported(NDJSON, LEARNERS, row("ada", ", \"country\": \"US\", \"state\": \"MA\"") + "\n" + row("bob", ""));
        database.execute("update profile set year_of_birth = 1700 where learner_id = ?", scene.id("ada"));

        // When
        var report = imported(
                NDJSON,
                LEARNERS,
                row("ada", ", \"country\": \"GB\"") + "\n" + row("bob", ", \"phone_number\": \"none\""));

        // Then
        report.body("counts", equalTo(Map.of("updated", 1)), "refused", equalTo(Map.of("profile_unfit", 1)));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada") + "/profile")
                .body("country", equalTo("GB"), "state", nullValue());
    }

    @Test
    void doesNothingWithTheSameFileAgain() {
        // Given
        String file =
                row("ada", ", \"city\": \"London\"") + "\n" + row("bob", ", \"occurred_at\": \"2021-01-01T00:00:00Z\"");
        imported(NDJSON, LEARNERS, file).body("counts", equalTo(Map.of("created", 2)));
        var before = history();

        // When
        var report = imported(NDJSON, LEARNERS, file);

        // Then
        report.body("counts", equalTo(Map.of("unchanged", 2)));
        assertThat(history()).isEqualTo(before);
    }

    @Test
    void losesAgainstWhatWasSaidLaterThanTheRow() {
        // Given
        scene.register("ada");
        String old = row("ada", ", \"occurred_at\": \"2015-01-01T00:00:00Z\", \"city\": \"Old town\"")
                .replace("\"name\": \"ada\"", "\"name\": \"Old name\"");

        // When
        var report = imported(NDJSON, LEARNERS, old);

        // Then
        report.body("counts", equalTo(Map.of("unchanged", 1)));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada")).body("name", equalTo("ada"));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada") + "/profile").body("city", nullValue());
    }

    @Test
    void tellsOthersLikeAnyOtherChange() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.LEARNERS)) {
            // Given
            scene.open();
            scene.register("ada");
            scene.enrollAsService("ada", "").statusCode(200);

            // When
            imported(NDJSON, LEARNERS, row("ada", "").replace("\"name\": \"ada\"", "\"name\": \"Ada L\""));

            // Then
            assertThat(scene.await(probe, Scene.LEARNERS, "ada", 2)
                            .getLast()
                            .body()
                            .path("name")
                            .textValue())
                    .isEqualTo("Ada L");
            assertThat(database.value("""
                    select count(*) from learner l join data_import i on i.cause_id = l.cause_id where learner_id = ?
                    """, scene.id("ada")))
                    .as("the change leads to its import")
                    .isEqualTo("1");
        }
    }

    @Test
    void refusesRowsOneByOneAndSaysWhy() {
        // Given
        scene.register("owner");
        String file = String.join(
                "\n",
                row("fine", ""),
                row("taken", "").replace(quoted(scene.username("taken")), quoted(scene.username("owner"))),
                row("mail", "").replace(quoted(scene.email("mail")), quoted(scene.email("owner"))),
                row("blank", "").replace(quoted(scene.username("blank")), quoted("a b")),
                row("web", "").replace("\"name\": \"web\"", "\"name\": \"see www.example.org\""),
                "{\"username\": \"nobody\"}",
                "not json",
                "",
                row("old", ", \"year_of_birth\": 1700"),
                row("sex", ", \"gender\": \"x\""),
                row("meta", ", \"meta\": \"[1]\""),
                row("long", ", \"bio\": \"" + "x".repeat(3_001) + "\""),
                row("zero", ", \"bio\": \"\\u0000\""),
                row("flag", ", \"allow_certificate\": \"perhaps\""),
                row("future", ", \"occurred_at\": \"2999-01-01T00:00:00Z\""),
                row("date", ", \"occurred_at\": \"yesterday\""),
                row("endless", ", \"year_of_birth\": 1e400"));

        // When
        var report = imported(NDJSON, LEARNERS, file);

        // Then
        report.body("done", equalTo(16), "counts", equalTo(Map.of("created", 1)));
        rows(report, "?limit=3")
                .statusCode(200)
                .body("results.line", contains(1, 2, 3), "next_cursor", equalTo("1:3"))
                .body("results.outcome", contains("created", "refused", "refused"))
                .body("results[1].message", containsString("Another learner"));
        rows(report, "?refused=true")
                .body(
                        "results.code",
                        contains(
                                "username_taken",
                                "email_taken",
                                "username_unfit",
                                "name_unfit",
                                "missing_learner",
                                "unreadable_row",
                                "year_of_birth_unfit",
                                "gender_unfit",
                                "meta_unfit",
                                "text_too_long",
                                "unstorable_text",
                                "bad_flag",
                                "future_date",
                                "bad_date",
                                "unreadable_row"))
                .body("results.line", contains(2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17));
        RestAssured.given()
                .auth()
                .oauth2(Tokens.staff())
                .get(PATH + "/" + report.extract().jsonPath().getLong("id") + "/rows.csv")
                .then()
                .statusCode(200)
                .body(containsString("part 1,1,created,,," + scene.id("fine") + "\r\n"))
                .body(containsString("part 1,2,refused,username_taken,Another learner has this username.,"));
    }

    @Test
    void aReportIsNoPlaceForFormulas() {
        // Given
        String file = row("ada", "").replace(quoted(scene.id("ada")), quoted("=1+" + scene.id("ada")));

        // When
        var report = imported(NDJSON, LEARNERS, file);

        // Then
        report.body("counts", equalTo(Map.of("created", 1)));
        Imports.get("/" + report.extract().jsonPath().getLong("id") + "/rows.csv")
                .body(containsString("part 1,1,created,,,'=1+" + scene.id("ada") + "\r\n"));
    }

    @Test
    void triesOutInADryRunAndKeepsNothing() {
        // Given
        scene.register("owner");
        String file = row("ada", ", \"city\": \"London\"") + "\n" + row("owner", "") + "\n"
                + row("taken", "").replace(quoted(scene.username("taken")), quoted(scene.username("ada")));

        // When
        var report = imported(NDJSON, LEARNERS + "&dry_run=true", file);

        // Then
        report.body("dry_run", equalTo(true), "counts", equalTo(Map.of("created", 1, "unchanged", 1)))
                .body("refused", equalTo(Map.of("username_taken", 1)));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada")).statusCode(404);
    }

    private List<Map<String, @Nullable Object>> history() {
        return database.query(
                "select * from learner_history where learner_id in (?, ?) order by learner_id, version",
                scene.id("ada"),
                scene.id("bob"));
    }

    private String row(String name, String more) {
        return scene.learnerJson(name, name).replace(", \"is_active\": true}", more + "}");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
