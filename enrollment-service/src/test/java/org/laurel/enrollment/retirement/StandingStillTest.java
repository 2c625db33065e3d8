package org.laurel.enrollment.retirement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.emailchange.app.EmailChangeRequest;
import org.laurel.enrollment.emailchange.domain.RequestEmailChange;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.preference.app.PreferenceChanging;
import org.laurel.enrollment.preference.domain.PreferenceChange;
import org.laurel.enrollment.preference.domain.PreferenceOutcome;
import org.laurel.enrollment.profile.app.ProfileReplacement;
import org.laurel.enrollment.profile.domain.Profile;
import org.laurel.enrollment.profile.domain.ProfileOutcome;
import org.laurel.enrollment.profile.domain.ReplaceProfile;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Nothing personal is written of a learner who has asked to be retired, until that is cancelled. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class StandingStillTest {

    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";
    private static final String USERS = "/api/user/v1";
    private static final String GROUPS = "/api/enrollment/v1/groups";

    private final Scene scene = new Scene();

    @Inject
    ProfileReplacement profiles;

    @Inject
    PreferenceChanging preferences;

    @Inject
    EmailChangeRequest emails;

    @Test
    void theAccountTheProfileAndPreferencesStayAsTheyAre() {
        // Given
        scene.register("ada");
        String account = USERS + "/accounts/" + scene.username("ada");
        String preference = USERS + "/preferences/" + scene.username("ada");
        String profile = "/api/enrollment/v1/learners/" + scene.id("ada") + "/profile";
        long id = Departing.request(scene, "ada");

        // When
        var answer = own("PATCH", account, PATCH, "{\"bio\": \"engines\"}");

        // Then
        refused(answer);
        refused(own("PATCH", account, PATCH, "{\"name\": \"Ada King\"}"));
        refused(own("PATCH", account, PATCH, "{\"email\": \"%s\"}".formatted(scene.email("king"))));
        refused(own("PUT", profile, JSON, "{\"bio\": \"engines\"}"));
        refused(send(Tokens.staff(), "PUT", profile, JSON, "{\"bio\": \"engines\"}"));
        refused(own("PATCH", preference, PATCH, "{\"nickname\": \"mouse\"}"));
        refused(own("PUT", preference + "/nickname", JSON, "\"mouse\""));
        for (String table : List.of("profile", "preference", "email_change")) {
            assertThat(Database.current().query("select 1 from " + table + " where learner_id = ?", scene.id("ada")))
                    .as(table)
                    .isEmpty();
        }
        Departing.post(Tokens.staff(), Departing.OURS + "/" + id + "/cancel", "{}")
                .statusCode(200);
        own("PATCH", account, PATCH, "{\"bio\": \"engines\"}").statusCode(200);
    }

    @Test
    void neitherAsksForANameNorGetsOne() {
        // Given
        scene.register("ada");
        String requests = USERS + "/accounts/name_change/";
        own("POST", requests, JSON, "{\"name\": \"Ada King\"}").statusCode(201);
        Departing.request(scene, "ada");

        // When
        var answer = send(Tokens.staff(), "POST", requests + scene.username("ada") + "/confirm", JSON, "{}");

        // Then
        refused(answer);
        refused(own("POST", requests, JSON, "{\"name\": \"Countess\"}"));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada")).body("name", equalTo("ada"));
    }

    @Test
    void isNotAddedToAGroupWhileOthersAre() {
        // Given
        scene.register("ada");
        scene.register("bob");
        String group = scene.username("g");
        send(Tokens.staff(), "POST", GROUPS, JSON, "{\"name\": \"" + group + "\"}")
                .statusCode(201);
        Departing.request(scene, "ada");

        // When
        var answer = send(
                Tokens.staff(),
                "POST",
                GROUPS + "/" + group + "/members",
                JSON,
                "{\"learners\": [\"%s\", \"%s\"]}".formatted(scene.username("ada"), scene.username("bob")));

        // Then
        answer.statusCode(200).body("changed", equalTo(1), "results.outcome", contains("retirement_pending", "added"));
        refused(send(Tokens.staff(), "PUT", GROUPS + "/" + group + "/members/" + scene.id("ada"), JSON, ""));
        given().auth()
                .oauth2(Tokens.staff())
                .get(GROUPS + "/" + group + "/members")
                .then()
                .body("results.learner_id", contains(scene.id("bob")));
    }

    @Test
    void costsOthersNothing() {
        // Given
        scene.register("ada");
        scene.register("bob");
        Departing.request(scene, "ada");
        List<LearnerId> both = List.of(new LearnerId(scene.id("ada")), new LearnerId(scene.id("bob")));
        Cause cause = Cause.of("test", UUID.randomUUID().toString());

        // When
        List<PreferenceOutcome> outcomes = preferences.apply(both.stream()
                .map(id -> new PreferenceChange(id, Map.of("nickname", Optional.of("mouse"))))
                .toList());

        // Then
        assertThat(outcomes)
                .containsExactly(
                        new PreferenceOutcome.Departed(Objection.RETIREMENT_PENDING), new PreferenceOutcome.Done());
        assertThat(profiles.apply(both.stream()
                        .map(id -> new ReplaceProfile(id, Profile.EMPTY, false, cause))
                        .toList()))
                .containsExactly(
                        new ProfileOutcome.Departed(Objection.RETIREMENT_PENDING),
                        new ProfileOutcome.Kept(Profile.EMPTY));
        assertThat(emails.apply(both.stream()
                        .map(id -> new RequestEmailChange(id, UUID.randomUUID().toString(), "new-" + scene.email("x")))
                        .toList()))
                .containsExactly(Optional.of(Objection.RETIREMENT_PENDING), Optional.empty());
    }

    @Test
    void aCancellationThatCannotGiveTheAccountBackChangesNothing() {
        // Given
        scene.register("ada");
        long id = Departing.request(scene, "ada");
        Database.current().execute("update retirement set original_email = 'no address' where id = ?", id);

        // When
        var answer = Departing.post(Tokens.staff(), Departing.OURS + "/" + id + "/cancel", "{}");

        // Then
        answer.statusCode(409).body("error_code", equalTo("email_unfit"));
        Departing.get(Departing.OURS + "/" + id).body("stage", equalTo("pending"));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada"))
                .body("is_active", equalTo(false), "email", startsWith("retired__user_"));
        assertThat(Database.current().query("select 1 from reserved_name where learner_id = ?", scene.id("ada")))
                .isNotEmpty();
    }

    @Test
    void aTombstoneAsksInVain() {
        // Given
        scene.register("ada");
        Database.current()
                .execute(
                        "insert into retired_person (learner_id, retired_at, erased_at) values (?, now(), now())",
                        scene.id("ada"));

        // When
        var answer = Departing.post(Tokens.service(), Departing.OURS, "{\"learner_id\": \"" + scene.id("ada") + "\"}");

        // Then
        answer.statusCode(409);
        for (String table : List.of("retirement", "reserved_name")) {
            assertThat(Database.current().query("select 1 from " + table + " where learner_id = ?", scene.id("ada")))
                    .as(table)
                    .isEmpty();
        }
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(409).body("error_code", equalTo("retirement_pending"));
    }

    private ValidatableResponse own(String method, String path, String type, String body) {
        return send(scene.token("ada"), method, path, type, body);
    }

    private static ValidatableResponse send(String token, String method, String path, String type, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(type)
                .body(body)
                .request(method, path)
                .then();
    }
}
