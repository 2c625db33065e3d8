package org.laurel.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** Enrollments and learners as platforms tell them through Kafka, in any order and more than once. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EnrollmentRequestedTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Scene scene = new Scene();
    private final Database database = Database.current();
    private final MeterRegistry metrics;

    EnrollmentRequestedTest(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Test
    void takesOverAnEnrollmentWithTheLearnerThatComesAlong() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS, Scene.LEARNERS)) {
            // Given
            scene.open("audit", "verified");

            // When
            PlatformEvent event = scene.requested("ada", "verified", true, NOON, "Ada");
            probe.send(event);

            // Then
            ReceivedEvent told = scene.await(probe, Scene.ENROLLMENTS, "ada", 1).getFirst();
            assertThat(told.body().path("mode").textValue()).isEqualTo("verified");
            assertThat(told.body().path("occurred_at").textValue()).isEqualTo(NOON.toString());
            assertThat(told.body().path("learner").path("name").textValue()).isEqualTo("Ada");
            assertThat(told.headers()).containsEntry("ce_causationid", event.id());
            assertThat(scene.await(probe, Scene.LEARNERS, "ada", 1).getFirst().type())
                    .isEqualTo(Scene.PREFERENCES);
        }
    }

    @Test
    void changesNothingByRepeatedAndOverdueFacts() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit", "verified");
            PlatformEvent newer = scene.requested("ada", "verified", true, NOON, "Ada");
            probe.sendAll(List.of(newer, newer, newer.withId("the-same-fact-" + newer.id())));
            probe.send(scene.requested("ada", "audit", true, NOON.minusSeconds(60), "Old name"));

            // When
            probe.send(scene.requested("ada", "verified", false, NOON.plusSeconds(60), null));

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 2))
                    .extracting(
                            event -> event.body().path("version").intValue(),
                            event -> event.body().path("is_active").booleanValue(),
                            event -> event.body().path("learner").path("name").textValue())
                    .containsExactly(tuple(1, true, "Ada"), tuple(2, false, "Ada"));
        }
    }

    @Test
    void remembersANewerFactThatChangedNothing() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit", "verified");
            probe.send(scene.requested("ada", "audit", true, NOON, "Ada"));
            probe.send(scene.requested("ada", "audit", true, NOON.plusSeconds(60), null));
            probe.send(scene.requested("ada", "verified", true, NOON.plusSeconds(30), null));

            // When
            probe.send(scene.requested("ada", "audit", false, NOON.plusSeconds(90), null));

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 2))
                    .extracting(event -> event.body().path("mode").textValue())
                    .containsExactly("audit", "audit");
        }
    }

    @Test
    void tellsWithALateEnrollmentSinceWhenTheAccountIsAsItIs() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            probe.send(scene.submitted("ada", "Ada", NOON));
            probe.send(scene.submitted("ada", "Ada Lovelace", NOON.plusSeconds(60)));

            // When
            probe.send(scene.requested("ada", "audit", true, NOON.plusSeconds(30), null));

            // Then
            JsonNode told =
                    scene.await(probe, Scene.ENROLLMENTS, "ada", 1).getFirst().body();
            assertThat(told.path("occurred_at").textValue())
                    .isEqualTo(NOON.plusSeconds(30).toString());
            assertThat(told.path("learner").path("name").textValue()).isEqualTo("Ada Lovelace");
            assertThat(told.path("learner").path("version").intValue()).isEqualTo(2);
            assertThat(told.path("learner").path("changed_at").textValue())
                    .isEqualTo(NOON.plusSeconds(60).toString());
        }
    }

    @Test
    void enrollsAsSoonAsTheLearnerIsKnown() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            probe.send(scene.requested("ada", "audit", true, NOON, null));
            awaitPending("ada", 1);

            // When
            probe.send(scene.submitted("ada", "Ada", NOON.plusSeconds(5)));

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 1)).hasSize(1);
            awaitPending("ada", 0);
        }
    }

    @Test
    void enrollsInTheTransactionThatMakesTheLearnerKnown() {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            // Given
            scene.open();
            probe.send(scene.requested("ada", "audit", true, NOON, null));
            awaitPending("ada", 1);

            // When
            scene.register("ada");

            // Then
            assertThat(scene.row("ada")).containsEntry("mode", "audit");
        }
    }

    @Test
    void enrollsByTheNewestRequestAsSoonAsTheCourseRunIsKnown() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            probe.send(scene.requested("ada", "honor", true, NOON, "Ada"));
            probe.send(scene.requested("ada", "audit", true, NOON.plusSeconds(9), null));
            probe.send(scene.requested("ada", "honor", true, NOON.plusSeconds(5), null));
            awaitPending("ada", 3);
            probe.send(scene.requested("bob", "audit", true, NOON, "Bob"));
            awaitPending("bob", 1);

            // When
            scene.open();

            // Then
            List<ReceivedEvent> told = scene.await(probe, Scene.ENROLLMENTS, "ada", 1);
            assertThat(told)
                    .extracting(event -> event.body().path("mode").textValue())
                    .containsExactly("audit");
            scene.await(probe, Scene.ENROLLMENTS, "bob", 1);
            awaitPending("ada", 0);
            awaitPending("bob", 0);
        }
    }

    @Test
    void appliesEverythingThatWaitedInTheOrderOfBusinessTime() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            probe.send(scene.requested("ada", "audit", false, NOON.plusSeconds(9), "Ada"));
            probe.send(scene.requested("ada", "audit", true, NOON, null));
            awaitPending("ada", 2);

            // When
            scene.open();

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 2))
                    .extracting(
                            event -> event.body().path("version").intValue(),
                            event -> event.body().path("is_active").booleanValue(),
                            event -> event.body().path("occurred_at").textValue())
                    .containsExactly(
                            tuple(1, true, NOON.toString()),
                            tuple(2, false, NOON.plusSeconds(9).toString()));
        }
    }

    @Test
    void takesAnOlderWaitingRequestWhileTheNewestWaitsForItsMode() {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            // Given
            probe.send(scene.requested("ada", "verified", true, NOON, "Ada"));
            probe.send(scene.requested("ada", "masters", true, NOON.plusSeconds(9), null));
            awaitPending("ada", 2);

            // When
            scene.open("audit", "verified");

            // Then
            awaitPending("ada", 1);
            assertThat(scene.row("ada")).containsEntry("mode", "verified").containsEntry("version", 1L);
        }
    }

    @Test
    void waitsForTheModesOfACourseRunUnlessTheDefaultModeWillDo() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            probe.send(scene.requested("ada", "verified", true, NOON, "Ada"));
            probe.send(scene.requested("bob", "audit", true, NOON, "Bob"));
            scene.await(probe, Scene.ENROLLMENTS, "bob", 1);
            awaitPending("ada", 1);

            // When
            scene.putModes("[{\"slug\": \"audit\"}, {\"slug\": \"verified\"}]").statusCode(200);

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 1)
                            .getFirst()
                            .body()
                            .path("mode")
                            .textValue())
                    .isEqualTo("verified");
        }
    }

    @Test
    void waitsForAModeThatIsAddedToTheListLater() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit");
            probe.send(scene.requested("ada", "verified", true, NOON, "Ada"));
            awaitPending("ada", 1);
            assertThat(scene.row("ada")).isEmpty();

            // When
            scene.putModes("[{\"slug\": \"audit\"}, {\"slug\": \"verified\"}]").statusCode(200);

            // Then
            scene.await(probe, Scene.ENROLLMENTS, "ada", 1);
            awaitPending("ada", 0);
            assertThat(scene.row("ada"))
                    .containsEntry("mode", "verified")
                    .containsEntry("is_active", true)
                    .containsEntry("version", 1L);
        }
    }

    @Test
    void takesALearnerByEventAndKeepsTheNewest() {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            // Given
            probe.send(scene.submitted("ada", "Ada Lovelace", NOON.plusSeconds(60)));
            probe.send(scene.submitted("ada", "Ada", NOON));

            // When
            probe.send(scene.submitted("ada", "Ada King", NOON.plusSeconds(90)));

            // Then
            await().untilAsserted(() -> Scene.get(Tokens.staff(), "/learners/" + scene.id("ada"))
                    .statusCode(200)
                    .body("name", equalTo("Ada King"), "version", equalTo(2)));
        }
    }

    @Test
    void parksALearnerWhoseUsernameAnotherOneHas() {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            // Given
            scene.register("ada");
            PlatformEvent clash = scene.submitted("bob", "Bob", NOON);

            // When
            probe.send(
                    clash.withJson(clash.json().replace("\"" + scene.username("bob"), "\"" + scene.username("ada"))));
            probe.send(scene.submitted("eve", "Eve", NOON));

            // Then
            await().until(() -> "1".equals(parked("bob")));
            await().untilAsserted(() ->
                    Scene.get(Tokens.staff(), "/learners/" + scene.id("eve")).statusCode(200));
        }
    }

    @Test
    void parksALearnerWhoseUsernameBreaksARule() {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            // Given
            PlatformEvent fine = scene.submitted("ada", "Ada", NOON);

            // When
            probe.send(fine.withJson(fine.json().replace("\"" + scene.username("ada") + "\"", "\"ada,bob\"")));

            // Then
            await().until(() -> "username_unfit".equals(parkedCode("ada")));
            Scene.get(Tokens.staff(), "/learners/" + scene.id("ada")).statusCode(404);
        }
    }

    @Test
    void enrollsAKnownLearnerWhoseNewUsernameAnotherOneHasAndCountsTheRefusal() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            scene.register("ada");
            probe.send(scene.submitted("bob", "Bob", NOON));
            double before = taken();
            PlatformEvent clash = scene.requested("bob", "audit", true, NOON.plusSeconds(60), "Robert");

            // When
            probe.send(
                    clash.withJson(clash.json().replace("\"" + scene.username("bob"), "\"" + scene.username("ada"))));

            // Then
            JsonNode told =
                    scene.await(probe, Scene.ENROLLMENTS, "bob", 1).getFirst().body();
            assertThat(told.path("learner").path("username").textValue()).isEqualTo(scene.username("bob"));
            assertThat(told.path("learner").path("name").textValue()).isEqualTo("Bob");
            assertThat(taken()).isGreaterThan(before);
            assertThat(parked("bob")).isEqualTo("0");
        }
    }

    private double taken() {
        return metrics.counter("laurel.learner.refused", "reason", "username_taken")
                .count();
    }

    private void awaitPending(String name, int count) {
        await("pending enrollments of " + name).until(() -> pending(name).size() == count);
    }

    private List<Map<String, @Nullable Object>> pending(String name) {
        return database.query("select * from pending_enrollment where learner_id = ?", scene.id(name));
    }

    private @Nullable String parked(String name) {
        return database.value(
                "select count(*) from parked_event where convert_from(record_key, 'UTF8') = ? and code like '%_taken'",
                scene.id(name));
    }

    private @Nullable String parkedCode(String name) {
        return database.value(
                "select max(code) from parked_event where convert_from(record_key, 'UTF8') = ?", scene.id(name));
    }
}
