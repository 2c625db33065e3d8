package org.laurel.enrollment.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.enrollment.account.AccountCalls.change;
import static org.laurel.enrollment.account.AccountCalls.own;
import static org.laurel.enrollment.account.AccountCalls.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;

/** What others do to an account ends the wish for another address. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class EmailChangeEndingTest {

    private final Scene scene = new Scene();
    private String key = "";

    @BeforeEach
    void ask() {
        scene.register("ada");
        change(scene, "ada", "{\"email\": \"%s\"}".formatted(scene.email("countess")))
                .statusCode(200);
        key = Mailbox.key(scene.email("countess"), 1);
    }

    @Test
    void takesNoKeyOnceTheAddressWasChangedOtherwise() {
        // Given
        scene.putLearner("ada", scene.learnerJson("ada", "ada").replace(scene.email("ada"), scene.email("duchess")))
                .statusCode(200);

        // When
        var answer = given().get("/email_confirm/" + key).then();

        // Then
        answer.statusCode(404).body("error_code", equalTo("key_unknown"));
        own(scene, "ada").body("email", equalTo(scene.email("duchess")));
        assertNothingIsLeft();
    }

    @Test
    void takesNoKeyOnceTheAccountIsClosed() {
        // Given
        post(Tokens.staff(), "/accounts/" + scene.username("ada") + "/deactivate", "{}")
                .statusCode(200);

        // When
        var answer = given().get("/email_confirm/" + key).then();

        // Then
        answer.statusCode(404).body("error_code", equalTo("key_unknown"));
        assertNothingIsLeft();
    }

    @Test
    void stillTakesAKeyAfterAnotherChange() {
        // Given
        scene.putLearner("ada", scene.learnerJson("ada", "Ada Lovelace")).statusCode(200);

        // When
        var answer = given().get("/email_confirm/" + key).then();

        // Then
        answer.statusCode(200);
        own(scene, "ada").body("email", equalTo(scene.email("countess")));
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertThat(Database.current()
                        .value(
                                "select (select count(*) from email_change where learner_id = ?)"
                                        + " + (select count(*) from one_time_key where learner_id = ?)",
                                scene.id("ada"),
                                scene.id("ada")))
                .isEqualTo("0");
    }
}
