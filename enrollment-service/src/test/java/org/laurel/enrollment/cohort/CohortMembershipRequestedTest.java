package org.laurel.enrollment.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** Cohorts as platforms tell them through Kafka, in any order. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CohortMembershipRequestedTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Scene scene = new Scene();
    private final CohortScene cohorts = new CohortScene(scene);

    @Test
    void makesACohortAndMovesALearnerWhomNobodyKnows() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            probe.send(cohorts.told("ada", 7, "Blue", true, NOON));

            // When
            probe.send(cohorts.told("ada", 8, "Red", true, NOON.plusSeconds(5)));
            probe.send(cohorts.told("ada", 7, "Blue", false, NOON.plusSeconds(6)));
            probe.send(cohorts.told("ada", 9, "Late", true, NOON.plusSeconds(1)));
            probe.send(cohorts.told("ada", 8, "Red", false, NOON.plusSeconds(9)));

            // Then
            assertThat(cohorts.news(probe, "ada", 4)).containsExactly("+Blue 1", "-Blue 2", "+Red 1", "-Red 2");
        }
    }

    @Test
    void whatIsToldBeatsWhatChanceGaveWhicheverComesFirst() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit");
            cohorts.letCount(true);
            cohorts.make("Random", "random");
            probe.send(cohorts.told("bob", 7, "Blue", true, NOON));
            probe.send(scene.requested("ada", "audit", true, NOON.plusSeconds(5), "Ada"));
            cohorts.news(probe, "ada", 1);

            // When
            probe.send(cohorts.told("ada", 7, "Blue", true, NOON));
            probe.send(scene.requested("bob", "audit", true, NOON.plusSeconds(5), "Bob"));

            // Then
            assertThat(cohorts.news(probe, "ada", 3)).containsExactly("+Random 1", "-Random 2", "+Blue 1");
            await().until(() -> !scene.row("bob").isEmpty());
            assertThat(cohorts.news(probe, "bob", 1)).containsExactly("+Blue 1");
        }
    }

    @Test
    void followsTheNewestNameOfACohortAndKeepsNamesApart() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            probe.send(cohorts.told("ada", 7, "Blue", true, NOON));
            cohorts.news(probe, "ada", 1);

            // When
            probe.send(cohorts.told("bob", 8, "Blue", true, NOON));
            List<String> namesake = cohorts.news(probe, "bob", 1);
            probe.send(cohorts.told("eve", 7, "Green", true, NOON.plusSeconds(5)));
            cohorts.news(probe, "eve", 1);
            probe.send(cohorts.told("kim", 7, "Old", true, NOON.minusSeconds(5)));

            // Then
            assertThat(namesake).containsExactly("+Blue (8) 1");
            assertThat(cohorts.news(probe, "ada", 2)).containsExactly("+Blue 1", "+Green 2");
            assertThat(cohorts.news(probe, "kim", 1)).containsExactly("+Green 1");
        }
    }

    @Test
    void findsTheCohortThatWasMadeHereByItsName() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            cohorts.make("Blue", "manual");

            // When
            probe.send(cohorts.told("ada", 7, "Blue", true, NOON));

            // Then
            cohorts.news(probe, "ada", 1);
            assertThat(Database.current().value("select count(*) from cohort where course_key = ?", scene.course()))
                    .isEqualTo("1");
        }
    }

    @Test
    void renamesTheCohortThatWasMadeHereAndItsNewNameIsNotASecondOne() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            long made = cohorts.make("Blue", "manual");
            probe.send(cohorts.told("ada", 7, "Blue", true, NOON));
            cohorts.news(probe, "ada", 1);

            // When
            probe.send(cohorts.told("bob", 7, "Green", true, NOON.plusSeconds(5)));

            // Then
            assertThat(cohorts.news(probe, "bob", 1)).containsExactly("+Green 1");
            assertThat(cohorts.news(probe, "ada", 2)).containsExactly("+Blue 1", "+Green 2");
            assertThat(Database.current()
                            .query("select cohort_id, name from cohort where course_key = ?", scene.course()))
                    .containsExactly(Map.of("cohort_id", made, "name", "Green"));
            assertThat(Database.current()
                            .query(
                                    "select name, platform_number from cohort_history where course_key = ? order by history_id",
                                    scene.course()))
                    .extracting(row -> row.get("name") + " " + row.get("platform_number"))
                    .containsExactly("Blue null", "Blue 7", "Green 7");
        }
    }

    @Test
    void keepsTheNumberOfACohortThatIsChangedHere() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            long made = cohorts.make("Blue", "manual");
            probe.send(cohorts.told("ada", 7, "Blue", true, NOON));
            cohorts.news(probe, "ada", 1);

            // When
            CohortScene.send(Tokens.staff(), "PATCH", cohorts.cohorts() + made, "{\"name\": \"Navy\"}")
                    .statusCode(204);

            // Then
            assertThat(Database.current()
                            .value("select platform_number from cohort where course_key = ?", scene.course()))
                    .isEqualTo("7");
        }
    }

    @Test
    void parksACohortOfNoCourseRun() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            PlatformEvent fine = cohorts.told("ada", 7, "Blue", true, NOON);

            // When
            probe.sendAll(List.of(
                    cohorts.told("ada", 8, "Red", true, NOON.plusSeconds(5))
                            .withJson(fine.json().replace("\"" + scene.course() + "\"", "null")),
                    fine));

            // Then
            assertThat(cohorts.news(probe, "ada", 1)).containsExactly("+Blue 1");
            await().until(() -> "cohort_without_course_run"
                    .equals(Database.current()
                            .value(
                                    "select max(code) from parked_event where convert_from(record_key, 'UTF8') = ?",
                                    scene.id("ada"))));
        }
    }
}
