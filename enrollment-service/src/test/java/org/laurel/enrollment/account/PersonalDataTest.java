package org.laurel.enrollment.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.enrollment.account.AccountCalls.change;
import static org.laurel.enrollment.account.AccountCalls.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.mail.MailServer;
import org.laurel.kit.test.mail.Mailbox;

/** What never leaves this service, whatever happens to a learner. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@QuarkusTestResource(MailServer.class)
class PersonalDataTest {

    private static final List<String> SECRETS = List.of(
            "hunter2", "engines", "perpetual motion", "Main Street", "31201234567", "countess", "mouse", "Leiden");

    private static final Set<String> FORBIDDEN = Set.of(
            "password",
            "is_staff",
            "is_superuser",
            "last_login",
            "session_id",
            "meta",
            "bio",
            "goals",
            "year_of_birth",
            "gender",
            "country",
            "mailing_address",
            "phone_number",
            "activation_key");

    private final Scene scene = new Scene();

    @Test
    void tellsNoEventWhatIsPrivate() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.LEARNERS, Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            String id = registered();
            scene.enrollAsService("ada", "").statusCode(200);
            String token = Tokens.learner(id, scene.username("ada"));
            patch(token, "/accounts/" + scene.username("ada"), """
                    {"bio": "engines", "goals": "perpetual motion", "year_of_birth": 1985, "city": "Leiden", "gender": "f",
                     "mailing_address": "Main Street 1", "phone_number": "+31201234567", "name": "Ada Lovelace",
                     "extended_profile": [{"field_name": "job", "field_value": "countess"}]}""").statusCode(200);
            patch(token, "/preferences/" + scene.username("ada"), "{\"nickname\": \"mouse\"}")
                    .statusCode(204);

            // When
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body("{\"certificate_name\": \"A. L.\"}")
                    .patch("/api/enrollment/v1/learners/" + id + "/certificate-preferences")
                    .then()
                    .statusCode(200);

            // Then
            List<ReceivedEvent> learners = probe.awaitEvents(Scene.LEARNERS, 3, event -> id.equals(event.key()));
            List<ReceivedEvent> enrollments = probe.awaitEvents(Scene.ENROLLMENTS, 1, event -> id.equals(event.key()));
            assertThat(learners)
                    .extracting(ReceivedEvent::type)
                    .containsExactly(Scene.PREFERENCES, Scene.LEARNER, Scene.PREFERENCES);
            Stream.concat(learners.stream(), enrollments.stream()).forEach(event -> {
                assertThat(SECRETS).noneMatch(event.body().toString()::contains);
                assertThat(event).doesNotMatch(told -> Scene.tellsOf(told, "1985"));
                assertThat(members(event.body())).doesNotContainAnyElementsOf(FORBIDDEN);
            });
        }
    }

    @Test
    void tellsNothingWhenNoPublishedMemberChanges() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.LEARNERS)) {
            // Given
            scene.open();
            scene.register("ada");
            scene.enrollAsService("ada", "").statusCode(200);
            scene.await(probe, Scene.LEARNERS, "ada", 1);

            // When
            change(scene, "ada", "{\"bio\": \"engines\", \"year_of_birth\": 1985, \"name\": \"ada\"}")
                    .statusCode(200);
            patch(scene.token("ada"), "/preferences/" + scene.username("ada"), "{\"account_privacy\": \"private\"}")
                    .statusCode(204);
            change(scene, "ada", "{\"email\": \"%s\"}".formatted(scene.email("countess")))
                    .statusCode(200);

            // Then
            change(scene, "ada", "{\"name\": \"Ada Lovelace\"}").statusCode(200);
            assertThat(scene.await(probe, Scene.LEARNERS, "ada", 2))
                    .extracting(ReceivedEvent::type)
                    .containsExactly(Scene.PREFERENCES, Scene.LEARNER);
        }
    }

    private String registered() {
        given().contentType("application/json")
                .body("""
                        {"username": "%s", "email": "%s", "name": "Ada", "password": "hunter2", "goals": "perpetual motion"}""".formatted(scene.username("ada"), scene.email("ada")))
                .post("/api/user/v2/account/registration/")
                .then()
                .statusCode(200);
        given().get("/activate/" + Mailbox.key(scene.email("ada"), 1)).then().statusCode(200);
        return String.valueOf(
                Database.current().value("select learner_id from learner where username = ?", scene.username("ada")));
    }

    private static Set<String> members(JsonNode body) {
        Set<String> names = new TreeSet<>();
        body.properties().forEach(member -> {
            names.add(member.getKey().toLowerCase(Locale.ROOT));
            names.addAll(members(member.getValue()));
        });
        return names;
    }
}
