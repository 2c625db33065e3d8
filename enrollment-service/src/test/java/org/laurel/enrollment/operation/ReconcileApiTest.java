package org.laurel.enrollment.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** Everything about a course run is told once more, as it was told last. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ReconcileApiTest {

    private static final Instant NOON = Instant.parse("2025-02-03T12:00:00Z");
    private static final List<String> TOPICS = List.of(Scene.COURSES, Scene.LEARNERS, Scene.ENROLLMENTS);
    private static final List<String> TABLES =
            List.of("course_run", "learner", "enrollment", "cohort_membership", "course_role", "entitlement");

    private final Scene scene = new Scene();

    @Test
    void tellsACourseRunItsLearnersAndAllThatTheyAreInItOnceMore() {
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPICS.toArray(String[]::new))) {
            // Given
            scene.open("audit", "verified");
            probe.send(scene.requested("ada", "audit", true, NOON, "Ada"));
            probe.send(scene.requested("ada", "verified", true, NOON.plusSeconds(60), "Ada"));
            probe.send(requested("course-role", "\"role\": \"staff\", \"org\": \"Test\""));
            probe.send(
                    requested("cohort-membership", "\"cohort_id\": 7, \"cohort_name\": \"Seven\", \"org\": \"Test\""));
            await().atMost(KafkaProbe.PATIENCE).until(() -> told(probe).size() >= 6 && probeIsQuiet());
            Map<String, ReceivedEvent> before = told(probe);
            String rows = rows();

            // When
            JsonPath answer = reconcile(Map.of("course_key", scene.course()));

            // Then
            Map<String, Integer> counts = done(answer.getInt("job_id"));
            assertThat(counts)
                    .containsEntry("course_runs", 1)
                    .containsEntry("learners", 1)
                    .containsEntry("enrollments", 1)
                    .containsEntry("course_roles", 1)
                    .containsEntry("cohort_memberships", 1)
                    .containsEntry("entitlements", 0);
            Database.current().awaitEmptyOutbox();
            await().atMost(KafkaProbe.PATIENCE)
                    .until(() -> told(probe).values().stream()
                                    .filter(event -> !before.containsValue(event))
                                    .count()
                            == before.size() + accountTold(before));
            Map<String, ReceivedEvent> after = told(probe);
            before.forEach((type, event) -> {
                ReceivedEvent again = Objects.requireNonNull(after.get(type));
                assertThat(again.id()).as(type).isNotEqualTo(event.id());
                for (String member : List.of("version", "occurred_at", "learner_id", "course_key", "mode", "role")) {
                    if (!(type.equals(Scene.PREFERENCES) && member.equals("occurred_at"))) {
                        assertThat(again.body().path(member))
                                .as(type + " " + member)
                                .isEqualTo(event.body().path(member));
                    }
                }
            });
            assertThat(Objects.requireNonNull(after.get(Scene.ENROLLMENT))
                            .body()
                            .path("previous_mode")
                            .asText())
                    .isEqualTo("verified");
            assertThat(rows()).isEqualTo(rows);
        }
    }

    /** The account goes with the enrollment until it changes; told once more it goes by itself too. */
    private static long accountTold(Map<String, ReceivedEvent> before) {
        return before.containsKey(Scene.LEARNER) ? 0 : 1;
    }

    private static boolean probeIsQuiet() {
        return Database.current().outboxIsEmpty();
    }

    /** The last event of each type about this scene. */
    private Map<String, ReceivedEvent> told(KafkaProbe probe) {
        return TOPICS.stream()
                .flatMap(topic -> probe.received(topic).stream())
                .filter(event -> Stream.of(scene.course(), scene.id("ada")).anyMatch(key -> key.equals(event.key())))
                .collect(Collectors.toMap(ReceivedEvent::type, event -> event, (first, second) -> second));
    }

    private PlatformEvent requested(String what, String members) {
        return PlatformEvent.of("org.laurel." + what + ".requested.v1", scene.id("ada"), """
                {"learner_id": "%s", "course_key": "%s", %s, "is_member": true, "occurred_at": "%s"}""".formatted(
                        scene.id("ada"), scene.course(), members, NOON));
    }

    private String rows() {
        return TABLES.stream()
                .map(table -> table.equals("course_run")
                        ? Database.current()
                                .query(
                                        "select t::text, xmin::text from course_run t where course_key = ?",
                                        scene.course())
                        : Database.current()
                                .query(
                                        "select t::text, xmin::text from " + table + " t where learner_id = ?",
                                        scene.id("ada")))
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Integer> done(int job) {
        String path = "/api/enrollment/ops/jobs/" + job;
        await().atMost(KafkaProbe.PATIENCE)
                .until(() -> staff().get(path).path("state").equals("done"));
        return staff().get(path).path("counts");
    }

    private static JsonPath reconcile(Map<String, ?> body) {
        return staff().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/api/enrollment/ops/reconcile")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private static io.restassured.specification.RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff());
    }
}
