package org.laurel.certificates.role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseAccessTest {

    private static final String RUN = "course-v1:RoleX+Access+2026";
    private static final String OTHER_RUN = "course-v1:RoleX+Other+2026";
    private static final String FOREIGN_RUN = "course-v1:Elsewhere+Access+2026";

    @Test
    void anInstructorAdministersTheRunAndNoOther() {
        // Given
        RoleEvents person = new RoleEvents("access-instructor");
        send(person.inRun(RUN, "instructor", true, 1));

        // When
        ValidatableResponse own = access(RUN, person.token());
        ValidatableResponse other = access(OTHER_RUN, person.token());

        // Then
        own.body("course_admin", equalTo(true), "staff_access", equalTo(true), "issued_viewer", equalTo(false));
        other.body("course_admin", equalTo(false), "staff_access", equalTo(false));
    }

    @Test
    void anOrganisationsInstructorAdministersAllItsRuns() {
        // Given
        RoleEvents person = new RoleEvents("access-organisation");
        send(person.inOrganisation("RoleX", "instructor", true, 1));

        // When
        ValidatableResponse own = access(OTHER_RUN, person.token());
        ValidatableResponse foreign = access(FOREIGN_RUN, person.token());

        // Then
        own.body("course_admin", equalTo(true));
        foreign.body("course_admin", equalTo(false));
    }

    @Test
    void courseStaffSeePreviewsOnlyAndDataResearchersTheIssuedOnly() {
        // Given
        RoleEvents staff = new RoleEvents("access-staff");
        RoleEvents researcher = new RoleEvents("access-researcher");
        send(staff.inRun(RUN, "staff", true, 1));
        send(researcher.inRun(RUN, "data_researcher", true, 1));

        // When
        ValidatableResponse asStaff = access(RUN, staff.token());
        ValidatableResponse asResearcher = access(RUN, researcher.token());

        // Then
        asStaff.body("course_admin", equalTo(false), "staff_access", equalTo(true), "issued_viewer", equalTo(false));
        asResearcher.body("staff_access", equalTo(false), "issued_viewer", equalTo(true));
    }

    @Test
    void aRoleThatWasTakenAwayDoesNotComeBackByALateEvent() {
        // Given
        RoleEvents person = new RoleEvents("access-removed");
        send(person.inRun(RUN, "instructor", false, 3));

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(person.inRun(RUN, "instructor", true, 2));
            probe.send(person.inRun(RUN, "beta_testers", true, 1));
        }
        awaitRole(person, "beta_testers", 1);

        // Then
        access(RUN, person.token()).body("course_admin", equalTo(false));
        assertThat(versions(person, "instructor")).isEqualTo("3");
    }

    @Test
    void ofManyVersionsInOneBatchTheHighestWins() {
        // Given
        RoleEvents person = new RoleEvents("access-batch");

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.sendAll(List.of(
                    person.inRun(RUN, "instructor", true, 3),
                    person.inRun(RUN, "instructor", false, 2),
                    person.inRun(RUN, "instructor", true, 1)));
        }
        awaitRole(person, "instructor", 3);

        // Then
        access(RUN, person.token()).body("course_admin", equalTo(true));
    }

    @Test
    void rolesOfTheTokenCountInEveryRun() {
        access(RUN, Tokens.staff())
                .body("course_admin", equalTo(true), "issued_viewer", equalTo(true), "staff_access", equalTo(true))
                .body("support", equalTo(true), "operator", equalTo(true));
        access(RUN, Tokens.support())
                .body("course_admin", equalTo(false), "support", equalTo(true), "operator", equalTo(false));
        access(RUN, Tokens.service())
                .body("course_admin", equalTo(false), "support", equalTo(false), "operator", equalTo(true));
        access(RUN, Tokens.learner("somebody odd", "odd"))
                .body("course_admin", equalTo(false), "support", equalTo(false), "operator", equalTo(false));
    }

    @Test
    void refusesKeysThatAreNone() {
        given().auth()
                .oauth2(Tokens.staff())
                .get("/api/certificates/v1/course-runs/nonsense/access")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("invalid_course_key"));
    }

    @Test
    void takesOldKeysWithPlainSlashes() {
        given().auth()
                .oauth2(Tokens.staff())
                .get("/api/certificates/v1/course-runs/Org/Course/Run/access")
                .then()
                .statusCode(200)
                .body("course_key", equalTo("Org/Course/Run"));
    }

    private static void send(PlatformEvent event) {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(event);
        }
        await().until(() -> !Database.current()
                .query("select 1 from course_role where learner_id = ?", event.key())
                .isEmpty());
    }

    private static void awaitRole(RoleEvents person, String role, int version) {
        await().until(() -> !Database.current()
                .query(
                        "select 1 from course_role where learner_id = ? and role = ? and version = ?",
                        person.id(),
                        role,
                        version)
                .isEmpty());
    }

    private static String versions(RoleEvents person, String role) {
        return String.valueOf(Database.current()
                .value(
                        "select string_agg(version::text, ',') from course_role where learner_id = ? and role = ?",
                        person.id(),
                        role));
    }

    private static ValidatableResponse access(String courseKey, String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/certificates/v1/course-runs/{key}/access", courseKey)
                .then()
                .statusCode(200);
    }
}
