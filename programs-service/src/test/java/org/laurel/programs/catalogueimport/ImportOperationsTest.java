package org.laurel.programs.catalogueimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.catalogue.Calls.BASE;
import static org.laurel.programs.catalogue.Calls.get;
import static org.laurel.programs.catalogue.Calls.learner;
import static org.laurel.programs.catalogue.Calls.staff;
import static org.laurel.programs.catalogue.Calls.uuid;
import static org.laurel.programs.catalogueimport.Imports.ended;
import static org.laurel.programs.catalogueimport.Imports.id;
import static org.laurel.programs.catalogueimport.Imports.imported;
import static org.laurel.programs.catalogueimport.Imports.send;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.catalogueimport.app.ImportSweep;

/** Imports in parts, their end, and what is refused. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ImportOperationsTest {

    @Test
    void takesADocumentInPartsAndThenStarts() {
        // Given
        ValidatableResponse opened = send("", "").statusCode(201).body("state", equalTo("open"), "job_id", nullValue());
        long id = id(opened);
        opened.header("Location", endsWith("/imports/" + id));
        part(id, "?n=2", page("parts-2")).statusCode(200).body("items", equalTo(1));
        start(id).statusCode(409).body("error_code", equalTo("part_missing"));
        part(id, "?n=1&kind=organizations", "[{\"uuid\": \"%s\", \"key\": \"PartsX\"}]".formatted(uuid("parts-1")))
                .statusCode(200);

        // When
        var started = start(id);

        // Then
        started.statusCode(202);
        JsonPath report = ended(id);
        assertThat(report.getMap("counts"))
                .isEqualTo(Map.of("organizations", Map.of("created", 1), "programs", Map.of("created", 1)));
        assertThat(report.getInt("parts")).isEqualTo(2);
        start(id).statusCode(202).body("state", equalTo("done"));
        part(id, "?n=3", page("parts-3")).statusCode(409).body("error_code", equalTo("import_started"));
    }

    @Test
    void knowsAPartThatComesAgain() {
        // Given
        long id = id(send("", "").statusCode(201));
        part(id, "?n=1", page("repeat-1")).statusCode(200);

        // When
        var again = part(id, "?n=1", page("repeat-1"));

        // Then
        again.statusCode(200).body("n", equalTo(1), "items", equalTo(1));
        part(id, "?n=1", page("repeat-2")).statusCode(409).body("error_code", equalTo("part_differs"));
        start(id(send("", "").statusCode(201))).statusCode(409).body("error_code", equalTo("part_missing"));
    }

    @Test
    void endsAnImportThatIsCancelled() {
        // Given
        long id = id(send("", "").statusCode(201));
        part(id, "?n=1", page("cancelled")).statusCode(200);

        // When
        var cancelled = staff().post(BASE + "imports/" + id + "/cancel").then();

        // Then
        cancelled.statusCode(200).body("state", equalTo("cancelled"));
        sweep(Instant.now());
        assertThat(Database.current().value("select count(*) from catalogue_import_item where import_id = ?", id))
                .isEqualTo("0");
        get("programs/" + uuid("cancelled")).statusCode(404);
        get("imports/" + id + "/items").body("results", hasSize(0));
    }

    @Test
    void forgetsWhatItemsSaidAtOnceAndReportsAfterNinetyDays() {
        // Given
        JsonPath report = imported("", page("swept"));
        long id = report.getLong("id");
        assertThat(Database.current().value("select count(content) from catalogue_import_item where import_id = ?", id))
                .isEqualTo("0");

        // When
        sweep(Instant.now().plus(Duration.ofDays(91)));

        // Then
        get("imports/" + id + "/items").statusCode(200).body("results", hasSize(0));
        get("imports/" + id).body("counts.programs.created", equalTo(1));
    }

    @Test
    void endsImportsThatNobodyStarts() {
        // Given
        long id = id(send("", "").statusCode(201));

        // When
        sweep(Instant.now().plus(Duration.ofDays(8)));

        // Then
        get("imports/" + id).body("state", equalTo("cancelled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,", "[] []", "nonsense", "[{\"uuid\": }]"})
    void refusesWhatIsNoJson(String document) {
        send("", document).statusCode(400).body("error_code", equalTo("unreadable_body"));
    }

    @ParameterizedTest
    @CsvSource({"[], 0", "{}, 0", "'{\"results\": []}', 0", "7, 0", "null, 0", "'[{\"results\": [{}]}, {}]', 2"})
    void countsTheItemsOfADocument(String document, int items) {
        // When
        JsonPath report = imported("?dry_run=true", document);

        // Then
        assertThat(report.getInt("items")).isEqualTo(items);
        assertThat(report.getString("state")).isEqualTo("done");
    }

    @Test
    void refusesAnotherMediaTypeAndKind() {
        staff().contentType("text/csv")
                .body("uuid")
                .post(BASE + "imports")
                .then()
                .statusCode(415);
        send("?kind=courses", "[]").statusCode(400).body("error_code", equalTo("invalid_kind"));
        send("?dry_run=true&kind=pathways", "[]").statusCode(202);
    }

    @Test
    void answersForUnknownImports() {
        get("imports/0").statusCode(404).body("error_code", equalTo("import_not_found"));
        get("imports/x").statusCode(400);
        get("imports/0/items").statusCode(404);
        get("imports/0/events").statusCode(404);
        part(0, "?n=1", "[]").statusCode(404);
        part(0, "?n=0", "[]").statusCode(400);
        start(0).statusCode(404);
        staff().post(BASE + "imports/0/cancel").then().statusCode(404);
    }

    @Test
    void listsImportsNewestFirstAndFollowsThem() {
        // Given
        long id = imported("?dry_run=true", "[]").getLong("id");
        long open = id(send("", "").statusCode(201));

        // When
        var list = get("imports", "limit", 1, "cursor", id + 1);

        // Then
        list.statusCode(200).body("results[0].id", equalTo((int) id));
        get("imports/" + id + "/items", "cursor", "x").statusCode(400).body("error_code", equalTo("invalid_cursor"));
        get("imports/" + open + "/events").statusCode(400).body("error_code", equalTo("import_not_started"));
        assertThat(get("imports/" + id + "/events").statusCode(200).extract().asString())
                .contains("\"done\"");
    }

    @Test
    void letsOnlyStaffAndServicesImport() {
        learner().body("[]").post(BASE + "imports").then().statusCode(403);
        learner().get(BASE + "imports").then().statusCode(403);
        learner().get(BASE + "imports/1").then().statusCode(403);
    }

    private static ValidatableResponse part(long id, String query, String document) {
        return staff().body(document)
                .post(BASE + "imports/" + id + "/parts" + query)
                .then();
    }

    private static ValidatableResponse start(long id) {
        return staff().post(BASE + "imports/" + id + "/start").then();
    }

    private static void sweep(Instant now) {
        CDI.current().select(ImportSweep.class).get().sweep(now);
    }

    private static String page(String word) {
        return "{\"count\": 1, \"results\": [{\"uuid\": \"%s\", \"title\": \"%s\"}]}".formatted(uuid(word), word);
    }
}
