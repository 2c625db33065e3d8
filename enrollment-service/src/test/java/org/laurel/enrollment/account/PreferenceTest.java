package org.laurel.enrollment.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.laurel.enrollment.account.AccountCalls.BASE;
import static org.laurel.enrollment.account.AccountCalls.change;
import static org.laurel.enrollment.account.AccountCalls.get;
import static org.laurel.enrollment.account.AccountCalls.own;
import static org.laurel.enrollment.account.AccountCalls.patch;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PreferenceTest {

    private final Scene scene = new Scene();

    @BeforeEach
    void register() {
        scene.register("ada");
    }

    @Test
    void setsAndDeletesWhatIsNamed() {
        // Given
        patch(
                        scene.token("ada"),
                        path(""),
                        "{\"pref-lang\": \"nl\", \"time_zone\": \"Europe/Amsterdam\", \"beta\": true}")
                .statusCode(204);

        // When
        var answer = patch(scene.token("ada"), path(""), "{\"pref-lang\": \"fr\", \"beta\": null}");

        // Then
        answer.statusCode(204);
        get(Tokens.staff(), path(""))
                .statusCode(200)
                .body("$", aMapWithSize(2), "pref-lang", equalTo("fr"), "time_zone", equalTo("Europe/Amsterdam"));
        own(scene, "ada").body("time_zone", equalTo("Europe/Amsterdam"));
    }

    @Test
    void keepsOnePreferenceAsAText() {
        // Given
        put("/pref-lang", "\"nl\"").statusCode(204);

        // When
        String value = get(scene.token("ada"), path("/pref-lang"))
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();

        // Then
        assertThat(value).isEqualTo("\"nl\"");
        delete("/pref-lang").statusCode(204);
        delete("/pref-lang").statusCode(404);
        get(scene.token("ada"), path("/pref-lang")).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'account_privacy': 'friends'}|account_privacy",
                "{'visibility.bio': 'custom'}|visibility.bio",
                "{'time_zone': 'Mars/North'}|time_zone",
                "{'pref-lang': ''}|pref-lang",
                "{'pref-lang': 'a\\u0000b'}|pref-lang"
            })
    void refusesValuesThatMeanNothing(String json, String key) {
        // Given
        String withOther = json.replace('\'', '"').replaceFirst("}$", ", \"other\": \"fine\"}");

        // When
        var answer = patch(scene.token("ada"), path(""), withOther);

        // Then
        answer.statusCode(400).body("field_errors.'" + key + "'.user_message", notNullValue());
        get(scene.token("ada"), path("")).body("$", aMapWithSize(0));
    }

    @Test
    void areAtMostTwoHundred() {
        // Given
        String most = IntStream.range(0, 200)
                .mapToObj(i -> "\"key-" + i + "\": \"v\"")
                .collect(Collectors.joining(", ", "{", "}"));
        patch(scene.token("ada"), path(""), most).statusCode(204);

        // When
        var answer = patch(scene.token("ada"), path(""), "{\"one-more\": \"v\"}");

        // Then
        answer.statusCode(400).body("field_errors.'one-more'.user_message", notNullValue());
        put("/one-more", "\"v\"").statusCode(400);
        put("/key-0", "\"w\"").statusCode(204);
        patch(scene.token("ada"), path(""), "{\"one-more\": \"v\", \"key-1\": null}")
                .statusCode(204);
        get(scene.token("ada"), path("")).body("$", aMapWithSize(200), "one-more", equalTo("v"));
    }

    @Test
    void thatSayNothingOfTheAccountDoNotChangeIt() {
        // Given
        change(scene, "ada", "{\"year_of_birth\": 1985}").statusCode(200);
        patch(scene.token("ada"), path(""), "{\"account_privacy\": \"custom\", \"visibility.name\": \"all_users\"}")
                .statusCode(204);

        // When
        var answer = patch(scene.token("ada"), path(""), "{\"pref-lang\": \"nl\"}");

        // Then
        answer.statusCode(204);
        get(scene.token("bob"), "/accounts/" + scene.username("ada"))
                .statusCode(200)
                .body("account_privacy", equalTo("custom"), "name", equalTo("ada"));
    }

    @Test
    void areTheLearnersOwn() {
        // Given
        String body = "{\"pref-lang\": \"nl\"}";

        // When
        var answer = patch(scene.token("bob"), path(""), body);

        // Then
        answer.statusCode(403);
        patch(Tokens.staff(), path(""), body).statusCode(403);
        get(scene.token("bob"), path("")).statusCode(403);
        get(Tokens.staff(), "/preferences/" + scene.username("nobody")).statusCode(404);
        given().auth()
                .oauth2(scene.token("ada"))
                .contentType("application/json")
                .body(body)
                .patch(BASE + path(""))
                .then()
                .statusCode(415);
        patch(scene.token("ada"), path(""), "[]").statusCode(400);
        put("/pref-lang", "null").statusCode(400);
    }

    private String path(String key) {
        return "/preferences/" + scene.username("ada") + key;
    }

    private ValidatableResponse put(String key, String json) {
        return given().auth()
                .oauth2(scene.token("ada"))
                .contentType("application/json")
                .body(json)
                .put(BASE + path(key))
                .then();
    }

    private ValidatableResponse delete(String key) {
        return given().auth()
                .oauth2(scene.token("ada"))
                .delete(BASE + path(key))
                .then();
    }
}
