package org.laurel.enrollment.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.laurel.enrollment.account.AccountCalls.change;
import static org.laurel.enrollment.account.AccountCalls.own;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class EmailChangeTest {

    private final Scene scene = new Scene();

    @BeforeEach
    void register() {
        scene.register("ada");
    }

    @Test
    void waitsForTheConfirmationAndThenTellsBothAddresses() {
        // Given
        ask("countess").body("email", equalTo(scene.email("ada")));
        String key = Mailbox.key(scene.email("countess"), 1);

        // When
        var answer = given().get("/email_confirm/" + key).then();

        // Then
        answer.statusCode(200).body("result", equalTo("email_changed"));
        own(scene, "ada").body("email", equalTo(scene.email("countess")));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada") + "/profile")
                .body("meta.old_emails[0][0]", equalTo(scene.email("ada")));
        assertThat(Mailbox.await(scene.email("ada"), 1).getFirst()).contains("another email address");
        assertThat(Mailbox.await(scene.email("countess"), 2)).hasSize(2);
        given().get("/email_confirm/" + key).then().statusCode(404).body("error_code", equalTo("key_unknown"));
    }

    @Test
    void answersAlikeAndDoesNothingForAnAddressThatBelongsToSomebody() {
        // Given
        scene.register("bob");

        // When
        var answer = ask("bob");

        // Then
        answer.statusCode(200).body("email", equalTo(scene.email("ada")));
        assertThat(pending()).isEqualTo("0");
        assertThat(Database.current().value("select count(*) from mail where learner_id = ?", scene.id("ada")))
                .isEqualTo("0");
        assertThat(Mailbox.of(scene.email("bob"))).isEmpty();
    }

    @Test
    void letsTheNewestRequestHold() {
        // Given
        ask("countess");
        String overtaken = Mailbox.key(scene.email("countess"), 1);
        ask("duchess");
        String newest = Mailbox.key(scene.email("duchess"), 1);

        // When
        var answer = given().get("/email_confirm/" + overtaken).then();

        // Then
        answer.statusCode(404);
        assertThat(pending()).isEqualTo("1");
        given().get("/email_confirm/" + newest).then().statusCode(200);
    }

    @Test
    void keepsTheAddressWhenSomebodyElseHasGotTheNewOneMeanwhile() {
        // Given
        ask("countess");
        String key = Mailbox.key(scene.email("countess"), 1);
        scene.register("countess");

        // When
        var answer = given().accept("text/html").get("/email_confirm/" + key).then();

        // Then
        answer.statusCode(409).contentType("text/html").body(containsString("taken"));
        own(scene, "ada").body("email", equalTo(scene.email("ada")));
    }

    @Test
    void takesNoKeyOfWhoHasAskedToBeRetired() {
        // Given
        ask("countess");
        String key = Mailbox.key(scene.email("countess"), 1);
        given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body(Map.of("learner_id", scene.id("ada")))
                .post("/api/enrollment/v1/retirements")
                .then()
                .statusCode(201);

        // When
        var answer = given().get("/email_confirm/" + key).then();

        // Then
        answer.statusCode(404);
        assertThat(pending()).isEqualTo("0");
    }

    @Test
    void takesNoKeyThatIsTooLate() {
        // Given
        ask("countess");
        String key = Mailbox.key(scene.email("countess"), 1);
        Database.current()
                .execute(
                        "update one_time_key set expires_at = now() - interval '1 hour' where learner_id = ?",
                        scene.id("ada"));

        // When
        var answer = given().get("/email_confirm/" + key).then();

        // Then
        answer.statusCode(410).body("error_code", equalTo("key_expired"));
        own(scene, "ada").body("email", equalTo(scene.email("ada")));
    }

    @Test
    void takesNoKeyOfAnotherPurpose() {
        // Given
        ask("countess");
        String key = Mailbox.key(scene.email("countess"), 1);

        // When
        var answer = given().get("/activate/" + key).then();

        // Then
        answer.statusCode(404);
    }

    @Test
    void slowsDownWhoAsksAgainAndAgain() {
        // Given
        for (int i = 0; i < 5; i++) {
            ask("new" + i);
        }

        // When
        var answer = change(scene, "ada", "{\"email\": \"%s\"}".formatted(scene.email("new5")));

        // Then
        answer.statusCode(429).header("Retry-After", notNullValue());
        change(scene, "ada", "{\"bio\": \"patient\"}").statusCode(200);
    }

    @Test
    void doesNotCountTheAddressThatTheLearnerHasAlready() {
        // Given
        for (int i = 0; i < 6; i++) {
            ask("ada");
        }

        // When
        var answer = change(scene, "ada", "{\"email\": \"%s\"}".formatted(scene.email("new")));

        // Then
        answer.statusCode(200);
        assertThat(pending()).isEqualTo("1");
    }

    private ValidatableResponse ask(String name) {
        return change(scene, "ada", "{\"email\": \"%s\"}".formatted(scene.email(name)))
                .statusCode(200);
    }

    private String pending() {
        return String.valueOf(
                Database.current().value("select count(*) from email_change where learner_id = ?", scene.id("ada")));
    }
}
