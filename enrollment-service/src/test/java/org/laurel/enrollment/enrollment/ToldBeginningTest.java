package org.laurel.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** When an enrollment began, as platforms tell it through Kafka. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ToldBeginningTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2025-10-01T08:00:00.123456Z");

    private final Scene scene = new Scene();

    @Test
    void isTakenOverWithTheEnrollment() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit", "verified");

            // When
            probe.send(requested("verified", true, NOON, AUTUMN));

            // Then
            assertThat(told(probe, 1)).containsExactly(tuple(1, "verified", AUTUMN.toString(), NOON.toString()));
            Scene.get(Tokens.staff(), "/enrollment/" + scene.username("ada") + "," + scene.course())
                    .statusCode(200)
                    .body("created", equalTo(AUTUMN.toString()));
        }
    }

    @Test
    void isTheTimeOfTheFirstFactWhenNobodyTells() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit", "verified");

            // When
            probe.send(requested("audit", true, NOON, null));
            probe.send(requested("verified", true, NOON.plusSeconds(9), null));

            // Then
            assertThat(told(probe, 2))
                    .containsExactly(
                            tuple(1, "audit", NOON.toString(), NOON.toString()),
                            tuple(
                                    2,
                                    "verified",
                                    NOON.toString(),
                                    NOON.plusSeconds(9).toString()));
        }
    }

    @Test
    void isTheEarliestThatAnyFactTellsAnOverdueOneIncluded() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit", "verified");
            probe.send(requested("verified", true, NOON, AUTUMN.plusSeconds(60)));
            probe.send(requested("audit", true, NOON.minusSeconds(60), AUTUMN));

            // When
            probe.send(requested("verified", false, NOON.plusSeconds(60), AUTUMN.plusSeconds(60)));

            // Then
            assertThat(told(probe, 3))
                    .containsExactly(
                            tuple(1, "verified", AUTUMN.plusSeconds(60).toString(), NOON.toString()),
                            tuple(2, "verified", AUTUMN.toString(), NOON.toString()),
                            tuple(
                                    3,
                                    "verified",
                                    AUTUMN.toString(),
                                    NOON.plusSeconds(60).toString()));
        }
    }

    @Test
    void isLearntOfAnEnrollmentThatIsKnownAndStandsAsBefore() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit");
            probe.send(requested("audit", true, NOON, null));

            // When
            probe.send(requested("audit", true, NOON.plusSeconds(60), AUTUMN));

            // Then
            assertThat(told(probe, 2))
                    .containsExactly(
                            tuple(1, "audit", NOON.toString(), NOON.toString()),
                            tuple(2, "audit", AUTUMN.toString(), NOON.toString()));
        }
    }

    @Test
    void isNoNewsWhenItIsToldAgainMorePreciselyThanItIsKept() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit");
            Instant precise = AUTUMN.plusNanos(700);
            probe.send(requested("audit", true, NOON, precise));
            probe.send(requested("audit", true, NOON.plusSeconds(30), precise));

            // When
            probe.send(requested("audit", false, NOON.plusSeconds(60), precise));

            // Then
            assertThat(told(probe, 2))
                    .containsExactly(
                            tuple(1, "audit", AUTUMN.toString(), NOON.toString()),
                            tuple(
                                    2,
                                    "audit",
                                    AUTUMN.toString(),
                                    NOON.plusSeconds(60).toString()));
        }
    }

    @Test
    void isNeverAfterTheTimeAtWhichTheLearnerStoodSo() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit");

            // When
            probe.send(requested("audit", true, NOON, NOON.plus(Duration.ofDays(36_500))));

            // Then
            assertThat(told(probe, 1)).containsExactly(tuple(1, "audit", NOON.toString(), NOON.toString()));
        }
    }

    @Test
    void waitsWithTheEnrollment() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            probe.send(requested("audit", true, NOON, AUTUMN));
            awaitPending(1);

            // When
            scene.open("audit");

            // Then
            assertThat(told(probe, 1)).containsExactly(tuple(1, "audit", AUTUMN.toString(), NOON.toString()));
        }
    }

    @Test
    void isLearntOfAFactThatWaitedForItsModeUntilANewerOneHeld() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            probe.send(requested("honor", true, NOON, AUTUMN));
            probe.send(requested("audit", true, NOON.plusSeconds(60), null));
            awaitPending(2);

            // When
            scene.open("audit");

            // Then
            assertThat(told(probe, 2).getLast())
                    .isEqualTo(tuple(
                            2, "audit", AUTUMN.toString(), NOON.plusSeconds(60).toString()));
            awaitPending(0);
        }
    }

    /** An enrollment of Ada's, who comes along. */
    private PlatformEvent requested(String mode, boolean active, Instant at, @Nullable Instant createdAt) {
        PlatformEvent event = scene.requested("ada", mode, active, at, "Ada");
        String began = createdAt == null ? "null" : "\"" + createdAt + "\"";
        return event.withJson(
                event.json().replace("\"occurred_at\"", "\"created_at\": " + began + ", \"occurred_at\""));
    }

    private List<Tuple> told(KafkaProbe probe, int count) {
        return scene.await(probe, Scene.ENROLLMENTS, "ada", count).stream()
                .map(ReceivedEvent::body)
                .map(body -> tuple(
                        body.path("version").intValue(),
                        body.path("mode").textValue(),
                        body.path("created_at").textValue(),
                        body.path("occurred_at").textValue()))
                .toList();
    }

    private void awaitPending(int count) {
        await("pending enrollments")
                .until(() -> Database.current()
                                .query("select 1 from pending_enrollment where learner_id = ?", scene.id("ada"))
                                .size()
                        == count);
    }
}
