package org.laurel.certificates.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.lookup.Told;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Certificates §7.5: whom a run takes on that names neither a set nor statuses. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RegularRunTest {

    @Inject
    Auditorium auditorium;

    @Test
    void takesOnWhoHasNoCertificateOrAnUnavailableOne() {
        // Given
        Told none = new Told("regular-none", "regular").inRun().enrolled("verified");
        CourseKey course = none.key().courseKey();
        List<String> statuses = new ArrayList<>();
        for (CertificateStatus status : CertificateStatus.values()) {
            new Told("regular-" + status.slug(), "regular").enrolled("verified").stated(status, "verified", "", 20);
            statuses.add(status.slug());
        }
        assertThat(Database.current()
                        .query("select distinct status from certificate where course_key = ?", course.value()))
                .hasSize(statuses.size());

        // When
        var regular = Runs.post(course, "generation-runs/preview", "{}");

        // Then
        regular.statusCode(200)
                .body("learners.learner_id", containsInAnyOrder(none.learnerId(), id(CertificateStatus.UNAVAILABLE)));
        Runs.post(course, "generation-runs/preview", "{\"student_set\": \"all\"}")
                .body("total", equalTo(statuses.size() + 1));
        Runs.post(course, "generation-runs/preview", "{\"statuses\": [\"deleted\"]}")
                .body("learners.learner_id", containsInAnyOrder(id(CertificateStatus.DELETED)));
    }

    /** The three ways in which a run of this form is started. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/certificates/v1/course-runs/{c}/generation-runs",
                "/api/instructor/v2/courses/{c}/certificates/regenerate",
                "/courses/{c}/instructor/api/start_certificate_generation"
            })
    void leavesAloneWhatStaffHaveDeleted(String path) {
        // Given
        String word = "regular-deleted-" + Integer.toHexString(path.hashCode());
        CourseKey course = auditorium.open(word);
        auditorium.enroll(course, word, 2, true);
        Runs.awaitState(Runs.start(course, "{}"), "done");
        String deleted = "user-" + word + "-10000";
        given().auth()
                .oauth2(Tokens.staff())
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"reason\": \"another person's work\"}")
                .post("/api/certificates/v1/learners/" + deleted + "/courses/" + course.value() + "/certificate:delete")
                .then()
                .statusCode(200);
        assertThat(Auditorium.certificates(course, "deleted")).isOne();

        // When
        int status = given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{}")
                .post(path.replace("{c}", course.value()))
                .statusCode();

        // Then
        assertThat(status).isBetween(200, 202);
        long id = Long.parseLong(String.valueOf(
                Database.current().value("select max(id) from generation_run where course_key = ?", course.value())));
        JsonPath run = Runs.awaitState(id, "done");
        assertThat(run.getInt("total")).isZero();
        assertThat(Auditorium.certificates(course, "deleted")).isOne();
        Runs.post(course, "generation-runs/preview", "{\"passing_only\": true}").body("total", equalTo(0));
    }

    private static String id(CertificateStatus status) {
        return new Told("regular-" + status.slug(), "regular").learnerId();
    }
}
