package org.laurel.enrollment.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.enrollment.account.AccountCalls.BASE;
import static org.laurel.enrollment.account.AccountCalls.change;
import static org.laurel.enrollment.account.AccountCalls.own;
import static org.laurel.enrollment.account.AccountCalls.patch;
import static org.laurel.enrollment.account.AccountCalls.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AccountChangeTest {

    private final Scene scene = new Scene();

    @BeforeEach
    void register() {
        scene.register("ada");
    }

    @Test
    void changesWhatIsNamedAndLeavesTheRest() {
        // Given
        change(scene, "ada", "{\"bio\": \"engines\", \"goals\": \"all\", \"year_of_birth\": 1985}")
                .statusCode(200);

        // When
        var answer = change(scene, "ada", """
                {"goals": null, "gender": "f", "phone_number": "+3112345", "level_of_education": "p_se",
                 "language_proficiencies": [{"code": "nl"}, {"code": "zh_HANS"}], "unknown": 5,
                 "extended_profile": [{"field_name": "occupation", "field_value": "countess"}]}""");

        // Then
        answer.statusCode(200)
                .body(
                        "bio", equalTo("engines"),
                        "goals", nullValue(),
                        "gender", equalTo("f"),
                        "phone_number", equalTo("+3112345"),
                        "year_of_birth", equalTo(1985),
                        "language_proficiencies.code", contains("nl", "zh_HANS"),
                        "extended_profile[0].field_name", equalTo("occupation"),
                        "extended_profile[0].field_value", equalTo("countess"));
        change(scene, "ada", "{\"language_proficiencies\": [{\"code\": \"fr\"}]}")
                .body("language_proficiencies.code", contains("fr"));
    }

    @Test
    void mergesSocialLinksByPlatform() {
        // Given
        change(scene, "ada", """
                {"social_links": [{"platform": "twitter", "social_link": "https://twitter.com/ada"},
                                  {"platform": "linkedin", "social_link": "ada"}]}""").statusCode(200);

        // When
        var answer = change(scene, "ada", """
                {"social_links": [{"platform": "twitter", "social_link": ""},
                                  {"platform": "facebook", "social_link": "www.facebook.com/ada.l"}]}""");

        // Then
        answer.statusCode(200)
                .body(
                        "social_links.platform", contains("facebook", "linkedin"),
                        "social_links.social_link",
                                contains("https://www.facebook.com/ada.l", "https://www.linkedin.com/in/ada"));
    }

    @Test
    void dropsTheStateWithAnotherCountry() {
        // Given
        change(scene, "ada", "{\"country\": \"US\", \"state\": \"MA\"}").body("state", equalTo("MA"));

        // When
        var answer = change(scene, "ada", "{\"country\": \"NL\"}");

        // Then
        answer.statusCode(200).body("country", equalTo("NL"), "state", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': ''}|name",
                "{'name': null}|name",
                "{'name': '<b>'}|name",
                "{'name': 'see https://x.org'}|name",
                "{'email': 'nowhere'}|email",
                "{'email': null}|email",
                "{'gender': 'x'}|gender",
                "{'gender': 5}|gender",
                "{'year_of_birth': 1800}|year_of_birth",
                "{'year_of_birth': '1985'}|year_of_birth",
                "{'country': 'XX'}|country",
                "{'bio': 'a\\u0000b'}|bio",
                "{'phone_number': 'call me'}|phone_number",
                "{'language_proficiencies': [{'code': 'nl'}, {'code': 'nl'}]}|language_proficiencies",
                "{'language_proficiencies': [{'code': 'xx'}]}|language_proficiencies",
                "{'language_proficiencies': ['nl']}|language_proficiencies",
                "{'social_links': [{'platform': 'myspace', 'social_link': 'ada'}]}|social_links",
                "{'social_links': [{'platform': 'twitter', 'social_link': 'https://evil.org/ada'}]}|social_links",
                "{'extended_profile': [{'field_name': 'old_names', 'field_value': 'x'}]}|extended_profile",
                "{'username': 'eve'}|username",
                "{'date_joined': null}|date_joined",
                "{'is_active': false}|is_active",
                "{'profile_image': {}}|profile_image",
                "{'requires_parental_consent': false}|requires_parental_consent",
                "{'account_privacy': 'private'}|account_privacy",
                "{'verified_name': 'Ada'}|verified_name"
            })
    void refusesMembersThatCannotBeTakenAndChangesNothing(String json, String member) {
        // Given
        String withGoals = json.replace('\'', '"').replaceFirst("}$", ", \"goals\": \"all\"}");

        // When
        var answer = change(scene, "ada", withGoals);

        // Then
        answer.statusCode(400)
                .body(
                        "field_errors." + member + ".developer_message",
                        notNullValue(),
                        "field_errors." + member + ".user_message",
                        notNullValue(),
                        "violations.field",
                        hasItems(member),
                        "error_code",
                        equalTo("invalid_fields"));
        own(scene, "ada").body("goals", nullValue());
    }

    @Test
    void takesAtMost3000CharactersOfBio() {
        // Given
        String longest = "x".repeat(3000);

        // When
        var answer = change(scene, "ada", "{\"bio\": \"%sx\"}".formatted(longest));

        // Then
        answer.statusCode(400).body("field_errors.bio.user_message", containsString("3000"));
        change(scene, "ada", "{\"bio\": \"%s\"}".formatted(longest)).statusCode(200);
    }

    @Test
    void takesMergePatchesOfTheOwnAccountOnly() {
        // Given
        String path = "/accounts/" + scene.username("ada");

        // When
        var answer = given().auth()
                .oauth2(scene.token("ada"))
                .contentType("application/json")
                .body("{}")
                .patch(BASE + path)
                .then();

        // Then
        answer.statusCode(415);
        patch(scene.token("bob"), path, "{}").statusCode(403);
        patch(Tokens.staff(), path, "{}").statusCode(403);
        patch(scene.token("ada"), "/accounts/" + scene.username("nobody"), "{}").statusCode(404);
        patch(scene.token("ada"), path, "[]").statusCode(400);
        patch(scene.token("ada"), path, "{").statusCode(400);
    }

    @Test
    void changesTheNameAtOnceAndRemembersTheOldOne() {
        // Given
        change(scene, "ada", "{\"name\": \"Ada King\"}").statusCode(200).body("name", equalTo("Ada King"));

        // When
        var answer = change(scene, "ada", "{\"name\": \"Ada Lovelace\"}");

        // Then
        answer.statusCode(200).body("name", equalTo("Ada Lovelace"));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada") + "/profile")
                .body("meta.old_names", hasSize(2), "meta.old_names[1][0]", equalTo("Ada King"));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada")).body("version", equalTo(3));
    }

    @Test
    void writesNothingWhenNothingChanges() {
        // Given
        String same = "{\"name\": \"ada\", \"email\": \"%s\", \"bio\": null}".formatted(scene.email("ada"));

        // When
        change(scene, "ada", same).statusCode(200);

        // Then
        assertThat(Database.current()
                        .value("select count(*) from learner_history where learner_id = ?", scene.id("ada")))
                .isEqualTo("1");
        assertThat(Database.current().value("select count(*) from profile where learner_id = ?", scene.id("ada")))
                .isEqualTo("0");
        assertThat(Database.current().value("select count(*) from email_change where learner_id = ?", scene.id("ada")))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void closesAnAccountForStaff(String slash) {
        // Given
        String path = "/accounts/" + scene.username("ada") + "/deactivate" + slash;

        // When
        var answer = post(Tokens.staff(), path, "{}");

        // Then
        answer.statusCode(200).body("is_active", equalTo(false));
        post(scene.token("ada"), path, "{}").statusCode(403);
        post(Tokens.staff(), "/accounts/" + scene.username("nobody") + "/deactivate/", "{}")
                .statusCode(404);
    }
}
