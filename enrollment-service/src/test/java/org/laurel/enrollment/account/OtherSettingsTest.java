package org.laurel.enrollment.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.laurel.enrollment.account.AccountCalls.change;
import static org.laurel.enrollment.account.AccountCalls.get;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;

/** What a site sees that has set everything the other way round. */
@QuarkusTest
@TestProfile(OtherSettingsTest.OtherWayRound.class)
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class OtherSettingsTest {

    private final Scene scene = new Scene();
    private final MockMailbox log;

    @Inject
    OtherSettingsTest(MockMailbox log) {
        this.log = log;
    }

    /** The settings. */
    public static class OtherWayRound implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "laurel.registration.enabled", "false",
                    "laurel.mail.mock", "true",
                    "laurel.account.default-visibility", "private",
                    "laurel.account.parental-consent-age", "",
                    "laurel.account.verified-names-are-reviewed", "true");
        }
    }

    @Test
    void letsNobodyRegister() {
        // Given
        String json = "{\"username\": \"%s\", \"email\": \"%s\", \"name\": \"Ada\"}"
                .formatted(scene.username("ada"), scene.email("ada"));

        // When
        var answer = given().contentType("application/json")
                .body(json)
                .post("/api/user/v2/account/registration/")
                .then();

        // Then
        answer.statusCode(403);
    }

    @Test
    void writesMailsToTheLogInsteadOfSendingThem() {
        // Given
        scene.register("ada");

        // When
        change(scene, "ada", "{\"email\": \"%s\"}".formatted(scene.email("countess")))
                .statusCode(200);

        // Then
        List<Mail> logged = Awaitility.await()
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> log.getMailsSentTo(scene.email("countess")), mails -> !mails.isEmpty());
        assertThat(logged.getFirst().getText()).contains("http://localhost:8080/email_confirm/");
        assertThat(Mailbox.of(scene.email("countess"))).isEmpty();
    }

    @Test
    void asksNoParentsAndHidesWhatNobodyHasShared() {
        // Given
        scene.register("ada");

        // When
        var answer = get(scene.token("bob"), "/accounts/" + scene.username("ada"));

        // Then
        answer.statusCode(200).body("account_privacy", equalTo("private"));
        AccountCalls.own(scene, "ada").body("requires_parental_consent", equalTo(false));
    }

    @Test
    void changesNoNameOnAVerifiedCertificateWithoutAReview() {
        // Given
        scene.open("verified", "audit");
        scene.register("ada");
        change(scene, "ada", "{\"name\": \"Ada King\"}").statusCode(200);
        scene.enrollAsService("ada", ", \"mode\": \"verified\"").statusCode(200);

        // When
        var answer = change(scene, "ada", "{\"name\": \"Ada Lovelace\", \"bio\": \"engines\"}");

        // Then
        answer.statusCode(400).body("field_errors.name.user_message", notNullValue());
        change(scene, "ada", "{\"name\": \"Ada King\", \"bio\": \"engines\"}").statusCode(200);
    }
}
