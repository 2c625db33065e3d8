package org.laurel.enrollment.account;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.enrollment.account.AccountCalls.change;
import static org.laurel.enrollment.account.AccountCalls.get;
import static org.laurel.enrollment.account.AccountCalls.own;
import static org.laurel.enrollment.account.AccountCalls.patch;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AccountReadTest {

    private final Scene scene = new Scene();

    @Test
    void tellsTheCallerWhoTheyAre() {
        // Given
        scene.register("ada");

        // When
        var answer = get(scene.token("ada"), "/me");

        // Then
        answer.statusCode(200).body("username", equalTo(scene.username("ada")));
        get(Tokens.service(), "/me").statusCode(200).body("username", equalTo("service"));
    }

    @Test
    void showsLearnersEverythingOfTheirOwn() {
        // Given
        scene.register("ada");
        change(scene, "ada", "{\"year_of_birth\": 1985, \"bio\": \"\"}").statusCode(200);

        // When
        var answer = own(scene, "ada");

        // Then
        answer.body(
                "id", equalTo(scene.id("ada")),
                "username", equalTo(scene.username("ada")),
                "email", equalTo(scene.email("ada")),
                "name", equalTo("ada"),
                "is_active", equalTo(true),
                "date_joined", notNullValue(),
                "year_of_birth", equalTo(1985),
                "bio", nullValue(),
                "gender", nullValue(),
                "country", nullValue(),
                "state", nullValue(),
                "level_of_education", nullValue(),
                "language_proficiencies", hasSize(0),
                "social_links", hasSize(0),
                "extended_profile", hasSize(0),
                "profile_image.has_image", equalTo(false),
                "profile_image.image_url_full", nullValue(),
                "account_privacy", equalTo("all_users"),
                "requires_parental_consent", equalTo(false),
                "accomplishments_shared", equalTo(false),
                "$", hasKey("verified_name"),
                "$", hasKey("secondary_email"),
                "$", hasKey("pending_name_change"));
        get(Tokens.staff(), "/accounts/" + scene.username("ada")).body("email", equalTo(scene.email("ada")));
        get(Tokens.service(), "/accounts/" + scene.username("ada").toUpperCase(Locale.ROOT))
                .body("email", equalTo(scene.email("ada")));
    }

    @Test
    void showsOthersWhatIsSharedAndTheLearnerWhatOthersSee() {
        // Given
        scene.register("ada");
        change(scene, "ada", "{\"year_of_birth\": 1985, \"bio\": \"engines\"}").statusCode(200);

        // When
        var answer = get(scene.token("bob"), "/accounts/" + scene.username("ada"));

        // Then
        answer.statusCode(200)
                .body(
                        "keySet()",
                        containsInAnyOrder(
                                "username",
                                "profile_image",
                                "account_privacy",
                                "bio",
                                "country",
                                "date_joined",
                                "language_proficiencies",
                                "level_of_education",
                                "social_links",
                                "time_zone",
                                "accomplishments_shared"),
                        "bio",
                        equalTo("engines"));
        for (String token : List.of(scene.token("ada"), Tokens.staff())) {
            get(token, "/accounts/" + scene.username("ada") + "?view=shared")
                    .statusCode(200)
                    .body("bio", equalTo("engines"), "$", not(hasKey("email")), "$", not(hasKey("year_of_birth")));
        }
    }

    @Test
    void showsOthersWhatTheLearnerHasChosen() {
        // Given
        scene.register("ada");
        change(scene, "ada", "{\"year_of_birth\": 1985, \"bio\": \"engines\"}").statusCode(200);
        prefer(
                "{\"account_privacy\": \"custom\", \"visibility.name\": \"all_users\", \"visibility.bio\": \"private\"}");

        // When
        var answer = get(scene.token("bob"), "/accounts/" + scene.username("ada"));

        // Then
        answer.body("keySet()", containsInAnyOrder("username", "profile_image", "account_privacy", "name"));
        prefer("{\"account_privacy\": \"private\"}");
        get(scene.token("bob"), "/accounts/" + scene.username("ada"))
                .body("keySet()", containsInAnyOrder("username", "profile_image", "account_privacy"));
    }

    @Test
    void hidesLearnersForWhomParentsMayHaveASay() {
        // Given
        scene.register("ada");
        prefer("{\"account_privacy\": \"all_users\"}");

        // When
        var answer = get(scene.token("bob"), "/accounts/" + scene.username("ada"));

        // Then
        answer.body(
                "account_privacy", equalTo("private"),
                "keySet()", containsInAnyOrder("username", "profile_image", "account_privacy"));
        own(scene, "ada").body("requires_parental_consent", equalTo(true));
    }

    @Test
    void listsAccountsByUsernames() {
        // Given
        scene.register("ada");
        scene.register("bob");
        String both = scene.username("bob") + "," + scene.username("ada") + ",nobody";

        // When
        var answer = get(scene.token("ada"), "/accounts?username=" + both);

        // Then
        answer.statusCode(200)
                .body(
                        "username", contains(scene.username("ada"), scene.username("bob")),
                        "[0].email", equalTo(scene.email("ada")),
                        "[1]", not(hasKey("email")));
        get(scene.token("ada"), "/accounts?username=nobody").statusCode(404);
        get(scene.token("ada"), "/accounts").statusCode(200).body("username", contains(scene.username("ada")));
        String many = IntStream.range(0, 101).mapToObj(i -> "u" + i).collect(Collectors.joining(","));
        get(scene.token("ada"), "/accounts?username=" + many).statusCode(400);
    }

    @Test
    void findsAccountsByAddressForThoseWhoMayKnowIt() {
        // Given
        scene.register("ada");
        String path = "/accounts?email=" + scene.email("ada").toUpperCase(Locale.ROOT);

        // When
        var answer = get(Tokens.staff(), path);

        // Then
        answer.statusCode(200).body("username", hasItems(scene.username("ada")));
        get(scene.token("ada"), path).statusCode(200);
        get(scene.token("bob"), path).statusCode(404);
        get(Tokens.staff(), "/accounts?email=nobody@example.org").statusCode(404);
    }

    @Test
    void knowsNoOtherAccounts() {
        // Given nobody of this name

        // When
        var answer = get(Tokens.staff(), "/accounts/" + scene.username("nobody"));

        // Then
        answer.statusCode(404).body("error_code", equalTo("account_not_found"));
    }

    private void prefer(String json) {
        patch(scene.token("ada"), "/preferences/" + scene.username("ada"), json).statusCode(204);
    }
}
