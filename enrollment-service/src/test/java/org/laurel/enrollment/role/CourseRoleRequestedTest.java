package org.laurel.enrollment.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** Roles as platforms tell them through Kafka, in any order and more than once. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseRoleRequestedTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Scene scene = new Scene();
    private final RoleScene roles = new RoleScene(scene);

    @Test
    void takesARoleOfALearnerWhomNobodyKnowsYet() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            PlatformEvent event = roles.told("ada", "data_researcher", true, NOON);

            // When
            probe.send(event);

            // Then
            ReceivedEvent told = scene.await(probe, Scene.ENROLLMENTS, "ada", 1).getFirst();
            assertThat(told.type()).isEqualTo(RoleScene.CHANGED);
            assertThat(told.body().path("occurred_at").textValue()).isEqualTo(NOON.toString());
            assertThat(told.headers()).containsEntry("ce_causationid", event.id());
            scene.register("ada");
            Scene.get(scene.token("ada"), "/roles/")
                    .body("roles.role", org.hamcrest.Matchers.contains("data_researcher"));
        }
    }

    @Test
    void changesNothingByRepeatedAndOverdueFacts() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            PlatformEvent given = roles.toldInOrganisation("ada", "staff", true, NOON);
            probe.sendAll(List.of(given, given, given.withId("the-same-fact-" + given.id())));
            probe.send(roles.toldInOrganisation("ada", "staff", false, NOON.minusSeconds(5)));

            // When
            probe.send(roles.toldInOrganisation("ada", "staff", false, NOON.plusSeconds(5)));

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 2))
                    .extracting(
                            event -> event.body().path("version").intValue(),
                            event -> event.body().path("is_member").booleanValue(),
                            event -> event.body().path("course_key").isNull())
                    .containsExactly(tuple(1, true, true), tuple(2, false, true));
        }
    }

    @Test
    void givesNoRoleThatWasTakenAwayLaterThanItWasGiven() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            probe.send(roles.told("ada", "staff", false, NOON.plusSeconds(5)));
            probe.send(roles.told("ada", "staff", true, NOON));

            // When
            probe.send(roles.told("ada", "beta_testers", true, NOON));

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 1))
                    .extracting(event -> event.body().path("role").textValue())
                    .containsExactly("beta_testers");
            assertThat(roles.rows("ada")).hasSize(1);
        }
    }

    @Test
    void aRequestComesAfterEverythingThatIsKnown() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.register("ada");
            probe.send(roles.told("ada", "staff", true, Instant.now().plusSeconds(120)));
            scene.await(probe, Scene.ENROLLMENTS, "ada", 1);

            // When
            roles.take(Tokens.staff(), "ada", "staff").statusCode(204);

            // Then
            assertThat(roles.rows("ada").getFirst())
                    .containsEntry("is_member", false)
                    .containsEntry("version", 2L);
        }
    }

    @Test
    void parksARoleThatNobodyKnowsAndTakesTheRest() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            PlatformEvent known = roles.told("ada", "staff", true, NOON);

            // When
            probe.sendAll(List.of(
                    roles.told("ada", "teacher", true, NOON),
                    roles.toldInOrganisation("ada", "staff", true, NOON)
                            .withJson(roles.toldInOrganisation("ada", "staff", true, NOON)
                                    .json()
                                    .replace(roles.org(), "two words")),
                    known));

            // Then
            scene.await(probe, Scene.ENROLLMENTS, "ada", 1);
            await().until(() -> parked().equals("org_unfit,role_unknown"));
            assertThat(roles.rows("ada")).hasSize(1);
        }
    }

    private String parked() {
        return String.valueOf(Database.current()
                .value(
                        "select string_agg(code, ',' order by code) from parked_event where convert_from(record_key, 'UTF8') = ?",
                        scene.id("ada")));
    }
}
