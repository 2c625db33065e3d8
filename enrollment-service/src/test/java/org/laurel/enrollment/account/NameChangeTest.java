package org.laurel.enrollment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.enrollment.account.AccountCalls.get;
import static org.laurel.enrollment.account.AccountCalls.own;
import static org.laurel.enrollment.account.AccountCalls.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class NameChangeTest {

    private static final String PATH = "/accounts/name_change/";

    private final Scene scene = new Scene();

    @BeforeEach
    void register() {
        scene.register("ada");
    }

    @Test
    void waitsForStaffWhoGiveTheName() {
        // Given
        ask("{\"name\": \"Ada King\", \"rationale\": \"married\"}").statusCode(201);
        own(scene, "ada").body("name", equalTo("ada"), "pending_name_change", equalTo("Ada King"));

        // When
        var answer = post(Tokens.staff(), PATH + scene.username("ada") + "/confirm", "{}");

        // Then
        answer.statusCode(204);
        own(scene, "ada").body("name", equalTo("Ada King"), "pending_name_change", nullValue());
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada") + "/profile")
                .body("meta.old_names[0][0]", equalTo("ada"), "meta.old_names[0][1]", equalTo("married"));
        post(Tokens.staff(), PATH + scene.username("ada") + "/confirm", "{}").statusCode(404);
    }

    @Test
    void tellsTheLearnerWhyStaffDoNot() {
        // Given
        ask("{\"name\": \"Mickey\"}").statusCode(201);

        // When
        var answer =
                post(Tokens.staff(), PATH + scene.username("ada") + "/reject", "{\"reason\": \"That is a mouse.\"}");

        // Then
        answer.statusCode(204);
        own(scene, "ada").body("name", equalTo("ada"), "pending_name_change", nullValue());
        assertThat(Mailbox.await(scene.email("ada"), 1).getFirst()).contains("That is a mouse.");
        post(Tokens.staff(), PATH + scene.username("ada") + "/reject", "{\"reason\": \"again\"}")
                .statusCode(404);
    }

    @Test
    void keepsTheNewestRequest() {
        // Given
        ask("{\"name\": \"Ada King\"}").statusCode(201);

        // When
        ask("{\"name\": \"Ada Lovelace\"}").statusCode(201);

        // Then
        get(Tokens.staff(), PATH + "?page_size=200")
                .statusCode(200)
                .body(
                        "results.find { it.learner_id == '%s' }.name".formatted(scene.id("ada")),
                        equalTo("Ada Lovelace"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|name",
                "{'name': ''}|name",
                "{'name': 'ada'}|name",
                "{'name': '<b>'}|name",
                "{'name': 'Ada', 'rationale': 'LONG'}|rationale"
            })
    void refusesNamesThatCannotBeTaken(String json, String member) {
        // Given
        String body = json.replace('\'', '"').replace("LONG", "x".repeat(1025));

        // When
        var answer = ask(body);

        // Then
        answer.statusCode(400)
                .body("field_errors." + member + ".user_message", notNullValue(), "violations.field", hasItems(member));
    }

    @Test
    void letsStaffDecideAlone() {
        // Given
        ask("{\"name\": \"Ada King\"}").statusCode(201);
        String confirm = PATH + scene.username("ada") + "/confirm";

        // When
        var answer = post(scene.token("ada"), confirm, "{}");

        // Then
        answer.statusCode(403);
        post(scene.token("ada"), PATH + scene.username("ada") + "/reject", "{\"reason\": \"no\"}")
                .statusCode(403);
        get(scene.token("ada"), PATH).statusCode(403);
        post(Tokens.staff(), PATH + scene.username("nobody") + "/confirm", "{}").statusCode(404);
        post(Tokens.staff(), PATH + scene.username("ada") + "/reject", "{}").statusCode(400);
        post(scene.token("nobody"), PATH, "{\"name\": \"Nobody\"}").statusCode(404);
    }

    private ValidatableResponse ask(String json) {
        return post(scene.token("ada"), PATH, json);
    }
}
