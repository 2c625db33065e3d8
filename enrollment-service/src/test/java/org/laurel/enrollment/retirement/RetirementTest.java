package org.laurel.enrollment.retirement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.kit.test.erasure.Traces;

/** A learner asks, thinks better of it, or is retired for good (scenario 38). */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RetirementTest {

    private static final String RETIRED = "org.laurel.learner.retired.v1";
    private static final String ERASURES = "laurel.erasures";

    private final Scene scene = new Scene();

    @Test
    void aLearnerWhoAsksIsInactiveAtOnceAndNobodyElseGetsTheNames() {
        // Given
        scene.register("ada");

        // When
        given().auth()
                .oauth2(scene.token("ada"))
                .formParam("password", "secret-of-ada")
                .post(Departing.ACCOUNTS + "deactivate_logout/")
                .then()
                .statusCode(204);

        // Then
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada"))
                .statusCode(200)
                .body("is_active", equalTo(false), "email", startsWith("retired__user_"));
        assertThat(Database.current()
                        .value(
                                "select (due_at - requested_at)::text from retirement where learner_id = ?",
                                scene.id("ada")))
                .isEqualTo("14 days");
        scene.putLearner("ada", scene.learnerJson("ada", "Ada"))
                .statusCode(409)
                .body("error_code", equalTo("retirement_pending"));
        scene.putLearner("bob", scene.learnerJson("bob", "Bob").replace(scene.email("bob"), scene.email("ada")))
                .statusCode(409)
                .body("error_code", equalTo("email_taken"));
        scene.putLearner("bob", scene.learnerJson("bob", "Bob").replace(scene.username("bob"), scene.username("ada")))
                .statusCode(409)
                .body("error_code", equalTo("username_taken"));
        assertThat(Traces.in(Database.current(), List.of("secret-of-ada"))).isEmpty();
        given().auth()
                .oauth2(scene.token("ada"))
                .post(Departing.ACCOUNTS + "deactivate_logout/")
                .then()
                .statusCode(204);
    }

    @Test
    void somebodyWhoIsNoLearnerHasNothingToDeactivate() {
        given().auth()
                .oauth2(scene.token("nobody"))
                .post(Departing.ACCOUNTS + "deactivate_logout/")
                .then()
                .statusCode(404);
        given().post(Departing.ACCOUNTS + "deactivate_logout/").then().statusCode(401);
    }

    @Test
    void aCancelledRequestGivesBackAddressAndActivation() {
        // Given
        scene.register("ada");
        long id = Departing.request(scene, "ada");
        Departing.get(Departing.OURS + "/" + id).body("stage", equalTo("pending"), "services.size()", equalTo(0));

        // When
        Departing.post(Tokens.staff(), Departing.OURS + "/" + id + "/cancel", "{}")
                .statusCode(200)
                .body("stage", equalTo("cancelled"));

        // Then
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada"))
                .statusCode(200)
                .body("is_active", equalTo(true), "email", equalTo(scene.email("ada")));
        scene.putLearner("ada", scene.learnerJson("ada", "Ada Again")).statusCode(200);
        assertThat(Database.current().query("select 1 from reserved_name where learner_id = ?", scene.id("ada")))
                .isEmpty();
        assertThat(Departing.request(scene, "ada")).isGreaterThan(id);
    }

    @Test
    void whoWasInactiveBeforeStaysSoWhenTheRequestIsCancelled() {
        // Given
        scene.putLearner("ada", scene.learnerJson("ada", "Ada").replace("\"is_active\": true", "\"is_active\": false"))
                .statusCode(201);
        long id = Departing.request(scene, "ada");

        // When
        Departing.post(Tokens.staff(), Departing.OURS + "/" + id + "/cancel", "{}")
                .statusCode(200);

        // Then
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada"))
                .body("is_active", equalTo(false), "email", equalTo(scene.email("ada")));
    }

    @Test
    void nothingOfARetiredLearnerIsLeftAndOthersAreTold() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS, Scene.LEARNERS, ERASURES)) {
            // Given
            String canary = plant(probe);
            long id = Departing.request(scene, "ada");

            // When
            Departing.endCoolingOff(id);

            // Then
            ReceivedEvent ended =
                    scene.await(probe, Scene.ENROLLMENTS, "ada", 2).get(1);
            assertThat(ended.body().path("is_active").booleanValue()).isFalse();
            assertThat(ended.body().path("learner").path("email").textValue()).isEmpty();
            assertThat(ended.body().path("learner").path("name").textValue()).isEmpty();
            assertThat(ended.body().path("learner").path("username").textValue())
                    .isEqualTo(scene.id("ada"));
            ReceivedEvent retired = probe.awaitEvent(
                    Scene.LEARNERS, event -> scene.id("ada").equals(event.key()) && RETIRED.equals(event.type()));
            assertThat(retired.body().fieldNames()).toIterable().containsExactlyInAnyOrder("learner_id", "occurred_at");
            probe.awaitEvent(ERASURES, event -> scene.id("ada").equals(event.key()));
            Database.current().awaitEmptyOutbox();
            assertThat(Traces.in(Database.current(), List.of(canary))).isEmpty();
            late(probe);
            assertThat(Traces.in(Database.current(), List.of(canary, "Late Ada", "Later Ada", scene.email("ada"))))
                    .isEmpty();
            gone(canary);
            reported(probe, id);
        }
    }

    @Test
    void aLearnerWhoNeverEnrolledIsErasedEverywhere() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.LEARNERS, ERASURES)) {
            // Given
            scene.register("ada");
            long id = Departing.request(scene, "ada");

            // When
            Departing.endCoolingOff(id);

            // Then
            ReceivedEvent retired = scene.await(probe, Scene.LEARNERS, "ada", 1).getFirst();
            assertThat(retired.type()).isEqualTo(RETIRED);
            assertThat(retired.body().fieldNames()).toIterable().containsExactlyInAnyOrder("learner_id", "occurred_at");
            probe.awaitEvent(ERASURES, event -> scene.id("ada").equals(event.key()));
            reported(probe, id);
        }
    }

    @Test
    void retirementsAreListedByStateAndDay() {
        // Given
        String today = Instant.now().toString().substring(0, 10);
        scene.register("ada");
        long id = Departing.request(scene, "ada");

        // When
        List<Long> listed = Departing.get(
                        Departing.OURS + "?state=PENDING&limit=500&from=" + today + "&after=" + (id - 1))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("results.id", Long.class);

        // Then
        assertThat(listed).contains(id);
        Departing.get(Departing.OURS + "?to=2001-01-01").statusCode(200).body("results.size()", equalTo(0));
        Departing.get(Departing.OURS + "?from=yesterday").statusCode(400);
        Departing.get(Departing.OURS + "/999999999").statusCode(404);
        Departing.post(Tokens.staff(), Departing.OURS, "{\"learner_id\": \"" + scene.id("nobody") + "\"}")
                .statusCode(404);
        Departing.post(Tokens.staff(), Departing.OURS, "{\"learner_id\": \"" + scene.id("ada") + "\"}")
                .statusCode(200)
                .body("id", equalTo((int) id));
        Departing.post(Tokens.staff(), Departing.OURS, "{\"learner_id\": \"a\\u0000\"}")
                .statusCode(400);
        Departing.post(scene.token("ada"), Departing.OURS, "{\"learner_id\": \"" + scene.id("ada") + "\"}")
                .statusCode(403);
    }

    /** Names in every place that this service has for them. */
    private String plant(KafkaProbe probe) {
        String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
        String token = Tokens.learner(scene.id("ada"), canary);
        scene.open("audit", "honor");
        scene.putLearner("ada", account(canary, "Former " + canary)).statusCode(201);
        scene.putLearner("ada", account(canary, "Full " + canary)).statusCode(200);
        given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"bio": "I am %1$s", "goals": "%1$s", "city": "%1$s", "mailing_address": "%1$s", "language": "%1$s",
                         "location": "%1$s", "country": "FR", "gender": "f", "year_of_birth": 1990,
                         "meta": {"nicknames": [["%1$s", "", ""]]}}""".formatted(canary))
                .put("/api/enrollment/v1/learners/" + scene.id("ada") + "/profile")
                .then()
                .statusCode(200);
        scene.enroll(token, ", \"mode\": \"honor\"").statusCode(200);
        scene.enroll(
                        Tokens.service(),
                        ", \"user\": \"" + canary
                                + "\", \"is_active\": true, \"enrollment_attributes\": [{\"namespace\": \"order\", \"name\": \"note\","
                                + " \"value\": \"" + canary + "\"}]")
                .statusCode(200);
        probe.send(PlatformEvent.of(
                "org.laurel.learner.submitted.v1",
                scene.id("ada"),
                "{\"learner_id\": \"%s\", \"username\": \"%s\", \"nonsense\": true}"
                        .formatted(scene.id("ada"), canary)));
        await().atMost(KafkaProbe.PATIENCE)
                .until(() -> !Database.current()
                        .query(
                                "select 1 from parked_event where position(? in convert_from(value, 'UTF8')) > 0",
                                canary)
                        .isEmpty());
        scene.await(probe, Scene.ENROLLMENTS, "ada", 1);
        return canary;
    }

    private static String account(String username, String name) {
        return "{\"username\": \"%1$s\", \"email\": \"%1$s@example.org\", \"name\": \"%2$s\"}"
                .formatted(username, name);
    }

    /** What platforms told before and tell once more. */
    private void late(KafkaProbe probe) {
        List<PlatformEvent> events = List.of(
                scene.submitted("ada", "Late Ada", Instant.now()),
                scene.requested("ada", "audit", true, Instant.now(), "Later Ada"),
                scene.requested("ada", "honor", true, Instant.now().minusSeconds(3600), null));
        probe.sendAll(events);
        for (PlatformEvent event : events) {
            await().atMost(KafkaProbe.PATIENCE)
                    .until(() -> !Database.current()
                            .query("select 1 from inbox where event_id = ?", event.id())
                            .isEmpty());
        }
        assertThat(scene.row("ada")).containsEntry("is_active", false);
    }

    private void gone(String canary) {
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada")).statusCode(404);
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada") + "/profile").statusCode(404);
        scene.putLearner("ada", scene.learnerJson("ada", "Ada")).statusCode(409).body("error_code", equalTo("retired"));
        scene.putLearner(
                        "bob",
                        scene.learnerJson("bob", "Bob").replace(scene.username("bob"), canary.toUpperCase(Locale.ROOT)))
                .statusCode(409)
                .body("error_code", equalTo("username_taken"));
        scene.enroll(Tokens.service(), ", \"user\": \"" + canary + "\"").statusCode(406);
        assertThat(Database.current()
                        .query("select is_active, version, name from learner where learner_id = ?", scene.id("ada")))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("is_active", false).containsEntry("name", ""));
    }

    private void reported(KafkaProbe probe, long id) {
        Departing.get(Departing.OURS + "/" + id)
                .statusCode(200)
                .body("stage", equalTo("retired"), "topics_forget_at", notNullValue())
                .body("services.service", contains("enrollment", "certificates", "programs", "completion"));
        Departing.post(Tokens.staff(), Departing.OURS + "/" + id + "/cancel", "{}")
                .statusCode(409);
        for (String service : List.of("certificates", "programs", "completion")) {
            probe.send(PlatformEvent.of(
                    "org.laurel.learner.erased.v1",
                    scene.id("ada"),
                    "{\"learner_id\": \"%s\", \"service\": \"%s\", \"occurred_at\": \"%s\"}"
                            .formatted(scene.id("ada"), service, Instant.now())));
        }
        await().atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> Departing.get(Departing.OURS + "/" + id)
                        .body("stage", equalTo("erased"))
                        .body("services.reported_at", not(contains((Object) null))));
        Database.current().execute("update retirement set retired_at = now() - interval '16 days' where id = ?", id);
        await().atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> Departing.get(Departing.OURS + "/" + id)
                        .body("stage", equalTo("complete"), "current_state", equalTo("COMPLETE")));
    }
}
