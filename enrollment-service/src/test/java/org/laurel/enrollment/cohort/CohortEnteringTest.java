package org.laurel.enrollment.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/** How learners come into cohorts when they enroll or become known. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CohortEnteringTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Scene scene = new Scene();
    private final CohortScene cohorts = new CohortScene(scene);

    @Test
    void enrollsIntoOneOfTheRandomCohortsAndStaysThere() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit");
            cohorts.letCount(true);
            cohorts.make("Manual", "manual");
            cohorts.make("Random", "random");
            scene.register("ada");

            // When
            scene.enroll(scene.token("ada"), "").statusCode(200);

            // Then
            assertThat(cohorts.cohortOf("ada")).isEqualTo("Random");
            cohorts.make("Another", "random");
            scene.enrollAsService("ada", ", \"is_active\": false").statusCode(200);
            scene.enroll(scene.token("ada"), "").statusCode(200);
            assertThat(cohorts.news(probe, "ada", 1)).containsExactly("+Random 1");
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 2)
                            .getFirst()
                            .type())
                    .isEqualTo(Scene.ENROLLMENT);
        }
    }

    @Test
    void leavesAloneWhoEnrollsWhereCohortsDoNotCount() {
        // Given
        scene.open("audit");
        cohorts.make("Random", "random");
        scene.register("ada");

        // When
        scene.enroll(scene.token("ada"), "").statusCode(200);

        // Then
        assertThat(cohorts.cohortOf("ada")).isNull();
    }

    @Test
    void entersTheCohortThatARequestNames() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit");
            cohorts.letCount(true);
            cohorts.make("Random", "random");
            cohorts.make("Group A", "manual");
            scene.register("ada");

            // When
            scene.enrollAsService("ada", ", \"cohort\": \"Group A\"").statusCode(200);

            // Then
            scene.enrollAsService("ada", ", \"cohort\": \"Random\"").statusCode(200);
            assertThat(cohorts.news(probe, "ada", 3)).containsExactly("+Group A 1", "-Group A 2", "+Random 1");
        }
    }

    @Test
    void storesNothingWhenTheCohortIsUnknownOrTheEnrollmentIsRefused() {
        // Given
        scene.open("audit");
        cohorts.letCount(true);
        cohorts.make("Group A", "manual");
        scene.register("ada");

        // When
        var answer = scene.enrollAsService("ada", ", \"cohort\": \"Group B\"");

        // Then
        answer.statusCode(400).body("error_code", equalTo("cohort_unknown"));
        scene.enrollAsService("ada", ", \"cohort\": \"a\\u0000\"").statusCode(400);
        scene.enrollAsService("ada", ", \"cohort\": \"Group A\", \"mode\": \"masters\"")
                .statusCode(400);
        assertThat(scene.row("ada")).isEmpty();
        assertThat(cohorts.cohortOf("ada")).isNull();
    }

    @Test
    void aCohortWaitsForALearnerUntilSomebodyHasTheAddress() {
        // Given
        scene.open("audit");
        long blue = cohorts.make("Blue", "manual");
        String ada = scene.email("ada").toUpperCase(Locale.ROOT);
        cohorts.add(blue, "[\"%s\", \"%s\"]".formatted(ada, scene.email("bob"))).statusCode(200);

        // When
        scene.register("ada");

        // Then
        assertThat(cohorts.cohortOf("ada")).isEqualTo("Blue");
        scene.putLearner("bob", "{\"username\": \"%s\"}".formatted(scene.username("bob")))
                .statusCode(201);
        assertThat(cohorts.cohortOf("bob")).isNull();
        scene.putLearner("bob", scene.learnerJson("bob", "Bob")).statusCode(200);
        assertThat(cohorts.cohortOf("bob")).isEqualTo("Blue");
        assertThat(Database.current()
                        .value("select count(*) from cohort_preassignment where course_key = ?", scene.course()))
                .isEqualTo("0");
    }

    @Test
    void aManualCohortOfTheDefaultNameDoesNotSwitchRandomAssignmentOff() {
        // Given
        scene.open("audit");
        cohorts.make("Default Group", "manual");
        cohorts.letCount(true);
        scene.register("ada");
        scene.register("bob");

        // When
        scene.enrollAsService("ada", "").statusCode(200);

        // Then
        assertThat(cohorts.cohortOf("ada")).isEqualTo("Default Group (2)");
        scene.enrollAsService("bob", "").statusCode(200);
        assertThat(cohorts.cohortOf("bob")).isEqualTo("Default Group (2)");
    }

    @Test
    void aCohortWaitsUntilTheAccountWithTheAddressIsActive() {
        // Given
        scene.open("audit");
        cohorts.letCount(true);
        long blue = cohorts.make("Blue", "manual");
        cohorts.add(blue, "[\"%s\"]".formatted(scene.email("ada"))).statusCode(200);
        String active = scene.learnerJson("ada", "Ada");
        scene.putLearner("ada", active.replace("\"is_active\": true", "\"is_active\": false"))
                .statusCode(201);
        assertThat(cohorts.cohortOf("ada")).isNull();
        assertThat(Database.current()
                        .value("select count(*) from cohort_preassignment where course_key = ?", scene.course()))
                .isEqualTo("1");

        // When
        scene.putLearner("ada", active).statusCode(200);

        // Then
        assertThat(cohorts.cohortOf("ada")).isEqualTo("Blue");
        assertThat(Database.current()
                        .value("select count(*) from cohort_preassignment where course_key = ?", scene.course()))
                .isEqualTo("0");
    }

    @Test
    void whoEnrollsWithAnInactiveAccountDoesNotGetTheCohortThatWaits() {
        // Given
        scene.open("audit");
        long blue = cohorts.make("Blue", "manual");
        cohorts.add(blue, "[\"%s\"]".formatted(scene.email("ada"))).statusCode(200);
        scene.putLearner("ada", scene.learnerJson("ada", "Ada").replace("\"is_active\": true", "\"is_active\": false"))
                .statusCode(201);

        // When
        scene.enrollAsService("ada", "").statusCode(200);

        // Then
        assertThat(cohorts.cohortOf("ada")).isNull();
    }

    @Test
    void anEnrollmentFromAPlatformGetsACohortToo() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit");
            cohorts.letCount(true);

            // When
            probe.send(scene.requested("ada", "audit", true, NOON, "Ada"));

            // Then
            assertThat(cohorts.news(probe, "ada", 1)).containsExactly("+Default Group 1");
        }
    }
}
