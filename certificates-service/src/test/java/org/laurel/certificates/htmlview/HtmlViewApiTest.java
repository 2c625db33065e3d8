package org.laurel.certificates.htmlview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class HtmlViewApiTest {

    private static final String PATH = "/api/certificates/v1/html-view-configuration";

    @BeforeEach
    @AfterEach
    void forgetRevisions() {
        Database.current().execute("delete from setting_revision where subject = 'html-view'");
    }

    @Test
    void isDisabledBeforeTheFirstRevision() {
        // When
        ValidatableResponse answer = get("", Tokens.staff());

        // Then
        answer.statusCode(200).body("id", nullValue(), "enabled", equalTo(false), "configuration", equalTo("{}"));
    }

    @Test
    void aChangeHoldsAndSaysWhoMadeItWhenAndWhy() {
        // Given
        String configuration = "{\"default\": {\"colour\": \"blue\"},\n \"honor\": {}}";

        // When
        ValidatableResponse added = post(true, configuration, "new colours", Tokens.staff());

        // Then
        added.statusCode(201);
        get("", Tokens.service())
                .statusCode(200)
                .body("enabled", equalTo(true), "configuration", equalTo(configuration))
                .body("changed_by", equalTo("staff"), "changed_at", notNullValue())
                .body("change_reason", equalTo("new colours"));
    }

    @Test
    void theSameOnceMoreAddsNothing() {
        // Given
        post(true, "{}", null, Tokens.staff()).statusCode(201);

        // When
        ValidatableResponse repeated = post(true, "{}", null, Tokens.service());

        // Then
        repeated.statusCode(200).body("changed_by", equalTo("staff"));
        post(false, "{}", null, Tokens.service()).statusCode(201);
        get("/history", Tokens.staff()).body("results", hasSize(2));
    }

    @Test
    void theHistoryIsReadInPages() {
        // Given
        for (int i = 1; i <= 3; i++) {
            post(true, "{\"default\": {\"n\": " + i + "}}", null, Tokens.staff());
        }

        // When
        ValidatableResponse first = get("/history?limit=2", Tokens.staff());

        // Then
        String cursor = first.statusCode(200)
                .body("results", hasSize(2), "results[0].configuration", containsString("3"))
                .extract()
                .path("next_cursor");
        get("/history?limit=2&cursor=" + cursor, Tokens.staff())
                .body("results", hasSize(1), "results[0].configuration", containsString("1"))
                .body("next_cursor", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                         | line 1, column 1: a JSON object must begin",
                "''                         | line 1, column 1: a JSON object must begin",
                "{\"a\": {}, \"b\": 1}      | line 1, column 16: the value of \"b\" must be an object",
                "{\"a\": {}} x              | line 1, column 11: this is not JSON",
                "{\"a\": {}} {}             | line 1, column 11: the text must end",
                "{\"a\": {\"k\": 1, \"k\": 2}} | this is not JSON, or a key stands here twice",
                "{\"a\": {                  | this is not JSON"
            })
    void aTextThatIsNoObjectOfObjectsIsRefusedWithItsPlace(String configuration, String fault) {
        // When
        ValidatableResponse answer = post(true, configuration, null, Tokens.staff());

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo("invalid_configuration"))
                .body("violations[0].field", equalTo("configuration"))
                .body("violations[0].message", containsString(fault));
    }

    @Test
    void aBodyWithoutItsMembersIsRefused() {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{\"configuration\": \"{}\"}")
                .post(PATH)
                .then()
                .statusCode(400);
        get("/history?limit=0", Tokens.staff()).statusCode(400);
        get("/history?cursor=abc", Tokens.staff()).statusCode(400);
    }

    @Test
    void onlyStaffAndServicesMaySeeAndChangeIt() {
        post(true, "{}", null, Tokens.support()).statusCode(403);
        get("", Tokens.learner("html-learner", "html-learner")).statusCode(403);
        get("/history", Tokens.support()).statusCode(403);
    }

    private static ValidatableResponse post(
            boolean enabled, String configuration, @Nullable String reason, String token) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("enabled", enabled);
        body.put("configuration", configuration);
        body.put("change_reason", reason);
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse get(String rest, String token) {
        return given().auth().oauth2(token).get(PATH + rest).then();
    }
}
