package org.laurel.certificates.legacyimport;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.laurel.certificates.legacyimport.Imports.CSV;
import static org.laurel.certificates.legacyimport.Imports.PATH;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Following, listing and ending imports. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ImportOperationsTest {

    private static final String ROWS = """
            learner_id,course_key,status,modified_at
            followed,course-v1:Old+Followed+2012,notpassing,2013-01-01T00:00:00Z
            """;

    @Test
    void aCancelledImportTakesNothingMore() {
        // Given
        long id = post("").statusCode(201).extract().jsonPath().getLong("id");
        send(id).statusCode(200);

        // When
        post("/" + id + "/cancel").statusCode(200).body("state", equalTo("cancelled"));

        // Then
        post("/" + id + "/cancel").statusCode(200);
        post("/" + id + "/start").statusCode(202).body("state", equalTo("cancelled"));
        given().auth()
                .oauth2(Tokens.staff())
                .contentType(CSV + "; charset=UTF-8")
                .body(ROWS)
                .post(PATH + "/" + id + "/parts?n=2")
                .then()
                .statusCode(409);
        post("/999999/cancel").statusCode(404);
        post("/999999/start").statusCode(404);
    }

    @Test
    void isFollowedLiveUntilItsEnd() {
        // Given
        long id =
                Imports.send(CSV, "", ROWS).statusCode(202).extract().jsonPath().getLong("id");

        // When
        var events = given().auth().oauth2(Tokens.staff()).get(PATH + "/" + id + "/events");

        // Then
        events.then().statusCode(200).contentType("text/event-stream").body(containsString("\"state\":\"done\""));
        Imports.ended(id);
        get("/" + id + "/events").statusCode(200).body(containsString("\"imported\":1"));
    }

    @Test
    void cannotBeFollowedBeforeItHasStarted() {
        // Given
        long id = post("").extract().jsonPath().getLong("id");

        // When
        ValidatableResponse answer = get("/" + id + "/events");

        // Then
        answer.statusCode(400).body("error_code", equalTo("import_not_started"));
    }

    @Test
    void listsImportsNewestFirst() {
        // Given
        int older = post("").extract().jsonPath().getInt("id");
        int newer = post("").extract().jsonPath().getInt("id");

        // When
        ValidatableResponse page = get("?limit=1");

        // Then
        page.statusCode(200).body("results.id", hasItem(newer), "next_cursor", equalTo(String.valueOf(newer)));
        get("?cursor=" + newer).body("results.id", hasItem(older));
        get("/" + newer + "/problems?cursor=x").statusCode(400);
    }

    private static ValidatableResponse send(long id) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType(CSV + "; charset=UTF-8")
                .body(ROWS)
                .post(PATH + "/" + id + "/parts")
                .then();
    }

    private static ValidatableResponse post(String path) {
        return given().auth().oauth2(Tokens.staff()).post(PATH + path).then();
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(Tokens.staff()).get(PATH + path).then();
    }
}
