package org.laurel.enrollment.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.role.RoleScene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CohortApiTest {

    private final Scene scene = new Scene();
    private final CohortScene cohorts = new CohortScene(scene);

    @Test
    void makesChangesAndListsCohorts() {
        // Given
        scene.open();
        long zebra = cohorts.make("Zebra", "random");
        long alpha = cohorts.make("Alpha", "manual");

        // When
        CohortScene.send(
                        Tokens.staff(),
                        "PATCH",
                        cohorts.cohorts() + alpha,
                        "{\"name\": \"Beta\", \"assignment_type\": \"random\", \"group_id\": 1, \"user_partition_id\": 50}")
                .statusCode(204);

        // Then
        CohortScene.get(Tokens.staff(), cohorts.cohorts() + alpha)
                .statusCode(200)
                .body(
                        "id", greaterThanOrEqualTo(1_000_000_000),
                        "name", equalTo("Beta"),
                        "assignment_type", equalTo("random"),
                        "user_count", equalTo(0),
                        "group_id", equalTo(1),
                        "user_partition_id", equalTo(50));
        CohortScene.send(Tokens.staff(), "PATCH", cohorts.cohorts() + alpha, "{\"group_id\": null}")
                .statusCode(204);
        CohortScene.get(Tokens.staff(), cohorts.cohorts() + alpha).body("group_id", nullValue());
        String list = cohorts.cohorts().substring(0, cohorts.cohorts().length() - 1);
        CohortScene.get(Tokens.staff(), list).body("name", contains("Beta", "Zebra"));
        CohortScene.get(Tokens.staff(), cohorts.cohorts() + "?ordering=desc")
                .body("id", contains((int) zebra, (int) alpha));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "1",
                "{\"name\": \"C\"}",
                "{\"assignment_type\": \"manual\"}",
                "{\"name\": \"C\", \"assignment_type\": \"automatic\"}",
                "{\"name\": \" \", \"assignment_type\": \"manual\"}",
                "{\"name\": \"a\\u0000\", \"assignment_type\": \"manual\"}",
                "{\"name\": \"Taken\", \"assignment_type\": \"manual\"}",
                "{\"name\": \"C\", \"assignment_type\": \"manual\", \"group_id\": 1}",
                "{\"name\": \"C\", \"assignment_type\": \"manual\", \"group_id\": \"x\", \"user_partition_id\": 1}"
            })
    void refusesACohortThatBreaksARule(String json) {
        // Given
        scene.open();
        cohorts.make("Taken", "manual");

        // When
        var answer = CohortScene.send(Tokens.staff(), "POST", cohorts.cohorts(), json);

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | nothing-to-change",
                "{\"name\": \"Other\"}           | cohort-name-exists",
                "{\"assignment_type\": \"manual\"} | last-random-cohort",
                "{\"assignment_type\": \"x\"}      | invalid-assignment-type",
                "{\"group_id\": 1}               | missing-user-partition-id"
            })
    void refusesAChangeThatBreaksARule(String json, String code) {
        // Given
        scene.open();
        long cohort = cohorts.make("Only", "random");
        cohorts.make("Other", "manual");

        // When
        var answer = CohortScene.send(Tokens.staff(), "PATCH", cohorts.cohorts() + cohort, json);

        // Then
        answer.statusCode(400).body("error_code", equalTo(code));
    }

    @Test
    void letsCourseStaffInAndNobodyElse() {
        // Given
        scene.open();
        List.of("ada", "bob").forEach(scene::register);
        new RoleScene(scene).give(Tokens.staff(), "ada", "limited_staff").statusCode(201);
        new RoleScene(scene).give(Tokens.staff(), "bob", "beta_testers").statusCode(201);

        // When
        var staff = CohortScene.get(scene.token("ada"), cohorts.settings());

        // Then
        staff.statusCode(200).body("is_cohorted", equalTo(false));
        for (String path : List.of(cohorts.settings(), cohorts.cohorts(), cohorts.cohorts() + "5/users")) {
            CohortScene.get(scene.token("bob"), path).statusCode(403);
            CohortScene.get(Tokens.support(), path).statusCode(403);
        }
        CohortScene.send(scene.token("bob"), "PUT", cohorts.settings(), "{\"is_cohorted\": true}")
                .statusCode(403);
        CohortScene.send(scene.token("bob"), "POST", cohorts.cohorts(), "{}").statusCode(403);
        CohortScene.get(Tokens.service(), cohorts.cohorts()).statusCode(200);
    }

    @Test
    void knowsNoCohortsOfCourseRunsThatNobodyKnows() {
        CohortScene.get(Tokens.staff(), cohorts.settings()).statusCode(404);
        CohortScene.get(Tokens.staff(), "/api/cohorts/v1/settings/e/d/X").statusCode(404);
        CohortScene.get(Tokens.staff(), "/api/cohorts/v1/courses/nonsense/cohorts/")
                .statusCode(404);
        CohortScene.send(Tokens.staff(), "PUT", cohorts.settings(), "{\"is_cohorted\": true}")
                .statusCode(404);
        scene.open();
        CohortScene.get(Tokens.staff(), cohorts.cohorts() + "99").statusCode(404);
        CohortScene.get(Tokens.staff(), cohorts.cohorts() + "99999999999999999999")
                .statusCode(404);
        CohortScene.get(Tokens.staff(), cohorts.cohorts() + "99/users/").statusCode(404);
        cohorts.add(99, "[\"ada\"]").statusCode(404);
        CohortScene.send(Tokens.staff(), "PATCH", cohorts.cohorts() + "99", "{\"name\": \"N\"}")
                .statusCode(404);
        CohortScene.send(Tokens.staff(), "PATCH", cohorts.cohorts(), "{\"name\": \"N\"}")
                .statusCode(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"is_cohorted\": \"true\"}", "{\"is_cohorted\": null}", "[]", "{"})
    void refusesASettingThatIsNone(String json) {
        // Given
        scene.open();

        // When
        var answer = CohortScene.send(Tokens.staff(), "PUT", cohorts.settings(), json);

        // Then
        answer.statusCode(400);
        CohortScene.get(Tokens.staff(), cohorts.cohorts() + "?ordering=up").statusCode(400);
    }

    @Test
    void tellsMembersTheNewNameOnceAndNothingWhenItIsTheOldOneAgain() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            scene.register("ada");
            long cohort = cohorts.make("Blue", "manual");
            cohorts.add(cohort, "[\"%s\"]".formatted(scene.username("ada"))).statusCode(200);

            // When
            CohortScene.send(Tokens.staff(), "PATCH", cohorts.cohorts() + cohort, "{\"name\": \"Green\"}")
                    .statusCode(204);

            // Then
            assertThat(cohorts.news(probe, "ada", 2)).containsExactly("+Blue 1", "+Green 2");
            CohortScene.send(Tokens.staff(), "PATCH", cohorts.cohorts() + cohort, "{\"name\": \"Green\"}")
                    .statusCode(204);
            assertThat(Database.current()
                            .query(
                                    "select name from cohort_history where course_key = ? order by history_id",
                                    scene.course()))
                    .extracting(line -> line.get("name"))
                    .containsExactly("Blue", "Green");
            CohortScene.as(Tokens.staff())
                    .delete(cohorts.cohorts() + cohort + "/users/" + scene.username("ada"))
                    .then()
                    .statusCode(204);
            assertThat(cohorts.news(probe, "ada", 3)).endsWith("-Green 3");
        }
    }

    @Test
    void givesEverybodyWhoIsEnrolledACohortWhenCohortsBeginToCount() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open("audit");
            scene.register("ada");
            scene.register("left");
            scene.enroll(scene.token("ada"), "").statusCode(200);
            scene.enroll(scene.token("left"), "").statusCode(200);
            scene.enrollAsService("left", ", \"is_active\": false").statusCode(200);
            assertThat(cohorts.cohortOf("ada")).isNull();

            // When
            cohorts.letCount(true);

            // Then
            assertThat(cohorts.news(probe, "ada", 1)).containsExactly("+Default Group 1");
            await().until(() -> "Default Group".equals(cohorts.cohortOf("ada")));
            assertThat(cohorts.cohortOf("left")).isNull();
            CohortScene.get(Tokens.staff(), cohorts.settings()).body("is_cohorted", equalTo(true));
            CohortScene.get(Tokens.staff(), cohorts.cohorts())
                    .body("assignment_type", contains("random"), "user_count", contains(1));
        }
    }
}
