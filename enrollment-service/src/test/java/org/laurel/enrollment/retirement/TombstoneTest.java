package org.laurel.enrollment.retirement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.cohort.CohortScene;
import org.laurel.enrollment.learner.db.LearnerSearchQueries;
import org.laurel.enrollment.learner.db.NamedLearnerQueries;
import org.laurel.enrollment.namechange.db.NameChangeQueries;
import org.laurel.enrollment.retirement.db.RetirementTable;
import org.laurel.enrollment.retirement.db.RetirementTable.Due;
import org.laurel.enrollment.role.RoleScene;
import org.laurel.enrollment.role.db.RoleQueries;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** What a retired learner had ends and is told; what is left under the id shows up nowhere. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class TombstoneTest {

    private final Scene scene = new Scene();
    private final RoleScene roles = new RoleScene(scene);
    private final CohortScene cohorts = new CohortScene(scene);

    @Inject
    RoleQueries staff;

    @Inject
    NamedLearnerQueries named;

    @Inject
    LearnerSearchQueries learners;

    @Inject
    NameChangeQueries names;

    @Inject
    RetirementTable retirements;

    @Test
    void rolesAndCohortsEndAndOthersAreTold() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.open();
            scene.register("ada");
            roles.give(Tokens.staff(), "ada", "staff").statusCode(201);
            roles.call(Tokens.staff(), "PUT", "ada", "instructor", "/organizations/" + roles.org())
                    .statusCode(201);
            long red = cohorts.make("Red", "manual");
            cohorts.add(red, "[\"%s\"]".formatted(scene.username("ada"))).statusCode(200);

            // When
            Departing.endCoolingOff(Departing.request(scene, "ada"));

            // Then
            List<ReceivedEvent> told = probe.awaitEvents(
                    Scene.ENROLLMENTS,
                    4,
                    event -> scene.id("ada").equals(event.key()) && RoleScene.CHANGED.equals(event.type()));
            assertThat(told.subList(2, 4))
                    .allMatch(event -> !event.body().path("is_member").booleanValue())
                    .allMatch(event -> event.body().path("version").intValue() == 2);
            assertThat(cohorts.news(probe, "ada", 2)).containsExactly("+Red 1", "-Red 2");
            assertThat(roles.rows("ada"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row).containsEntry("is_member", false));
            assertThat(cohorts.cohortOf("ada")).isNull();
        }
    }

    @Test
    void aRoleThatIsToldLateMakesNobodyStaff() {
        // Given
        scene.register("ada");
        roles.give(Tokens.staff(), "ada", "staff").statusCode(201);
        assertThat(staff.staffScope(scene.id("ada"), scene.username("ada")).isEmpty())
                .isFalse();
        Departing.endCoolingOff(Departing.request(scene, "ada"));
        Database.current().execute("update course_role set is_member = true where learner_id = ?", scene.id("ada"));

        // When
        var scope = staff.staffScope(scene.id("ada"), scene.username("ada"));

        // Then
        assertThat(scope.isEmpty()).isTrue();
        assertThat(staff.ofCaller(scene.id("ada"), scene.username("ada"))).isEmpty();
    }

    @Test
    void aTombstoneIsFoundByNoNameAndWaitsForNothing() {
        // Given
        scene.register("ada");
        given().auth()
                .oauth2(scene.token("ada"))
                .contentType("application/json")
                .body("{\"name\": \"Ada King\"}")
                .post(Departing.ACCOUNTS + "name_change/")
                .then()
                .statusCode(201);
        assertThat(named.byAnyName(List.of(scene.id("ada")))).hasSize(1);

        // When
        Departing.endCoolingOff(Departing.request(scene, "ada"));

        // Then
        String username = String.valueOf(
                Database.current().value("select username from learner where learner_id = ?", scene.id("ada")));
        assertThat(named.byAnyName(List.of(scene.id("ada"), username))).isEmpty();
        assertThat(named.byUsernamesOrEmails(List.of(username))).isEmpty();
        assertThat(Database.current().query("select * from name_change where learner_id = ?", scene.id("ada")))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("state", "rejected").containsEntry("name", ""));
        Database.current().execute("update name_change set state = 'pending' where learner_id = ?", scene.id("ada"));
        assertThat(names.pending("", 10_000))
                .noneMatch(waiting -> waiting.change().learnerId().value().equals(scene.id("ada")));
        String others = "select count(*) from learner where learner_id not in (select learner_id from retired_person)";
        await("what runs in the background makes learners too")
                .untilAsserted(() -> assertThat(String.valueOf(learners.count().all()))
                        .isEqualTo(Database.current().value(others)));
    }

    @Test
    void thoseWhoAreDueAreReadPageByPageToTheLast() {
        // Given
        List<Long> ids = new ArrayList<>();
        for (String name : List.of("ada", "bob", "eve")) {
            scene.register(name);
            ids.add(Departing.request(scene, name));
            Departing.state(scene.username(name), "RETIRING_LMS").statusCode(204);
            Database.current()
                    .execute(
                            "update retirement set due_at = timestamptz '2026-01-01 00:00:00.000001Z' where id = ?",
                            ids.getLast());
        }

        // When
        List<Long> found = new ArrayList<>();
        List<Due> page = retirements.due(Instant.now(), "RETIRING_LMS", Due.BEGINNING, 1);
        while (!page.isEmpty()) {
            found.add(page.getFirst().id());
            page = retirements.due(Instant.now(), "RETIRING_LMS", page.getLast(), 1);
        }

        // Then
        assertThat(found).containsSubsequence(ids).doesNotHaveDuplicates();
        assertThat(retirements.due(Instant.now(), "PENDING", Due.BEGINNING, 10_000))
                .as("what a driver has begun waits for the driver")
                .extracting(Due::id)
                .doesNotContainAnyElementsOf(ids);
    }
}
