package org.laurel.certificates.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Scenario 76 and the support pages' two buttons. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class SupportGenerationTest {

    @Inject
    Auditorium auditorium;

    @Test
    void grantsAtOnceAndRefreshesAfterwards() {
        // Given
        CourseKey course = auditorium.open("support");
        LearnerId learner = auditorium.enroll(course, "support", 1, true).getFirst();
        form("regenerate", "user-support-10000", course).statusCode(200);
        assertThat(Auditorium.certificates(course, "downloadable")).isEqualTo(1);
        auditorium.rename(learner, "Ada Lovelace");

        // When
        ValidatableResponse again = given().auth()
                .oauth2(Tokens.staff())
                .queryParam("username", "USER-support-10000")
                .queryParam("course_key", course.value())
                .post("/certificates/regenerate")
                .then();

        // Then
        again.statusCode(200);
        assertThat(Database.current().value("select name from certificate where course_key = ?", course.value()))
                .isEqualTo("Ada Lovelace");
        form("regenerate", "user-support-10000", course).statusCode(200);
        assertThat(Auditorium.versions(course)).isEqualTo(2);
    }

    @Test
    void startsATaskForOneLearner() {
        // Given
        CourseKey course = auditorium.open("support-task");
        auditorium.enroll(course, "support-task", 2, true);

        // When
        ValidatableResponse started = form("generate", "user-support-task-10001", course);

        // Then
        started.statusCode(200);
        await().until(() -> Auditorium.certificates(course, "downloadable") == 1);
        Runs.get(course, "generation-runs")
                .body("results[0].input.student_set", equalTo("specific_student"))
                .body("results[0].generated_by", equalTo("support"));
        Runs.start(course, "{\"student_set\": \"all\", \"chunk\": 1, \"pause_seconds\": 3600}");
        form("generate", "user-support-task-10000", course).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regenerate", "generate"})
    void saysWhatIsWrong(String button) {
        // Given
        CourseKey course = auditorium.open("support-wrong");
        LearnerId left = auditorium.enroll(course, "support-wrong", 2, true).getFirst();
        auditorium.tell(course, left, new Fact.Enrolled(Auditorium.order(5, Fact.Enrolled.KIND), "verified", false));

        // When
        ValidatableResponse unknown = form(button, "nobody-at-all", course);

        // Then
        unknown.statusCode(400).body("error_code", equalTo("learner_not_found"));
        form(button, "user-support-wrong-10000", course).statusCode(400).body("error_code", equalTo("not_enrolled"));
        raw(button, Map.of("username", "user-support-wrong-10001", "course_key", "nonsense"))
                .statusCode(400)
                .body("error_code", equalTo("invalid_course_key"));
        raw(button, Map.of("username", "user-support-wrong-10001")).statusCode(400);
        raw(button, Map.of("course_key", course.value())).statusCode(400);
        raw(button, Map.of("username", "user-support-wrong-10001", "course_key", "course-v1:No+Such+Run"))
                .statusCode(400)
                .body("error_code", equalTo("course_run_not_found"));
    }

    @Test
    void aVetoIsARefusal() {
        // Given
        CourseKey course = auditorium.open("support-veto");
        auditorium.enroll(course, "support-vetoed", 1, true);

        // When
        ValidatableResponse refused = form("regenerate", "user-support-vetoed-10000", course);

        // Then
        refused.statusCode(400)
                .body("error_code", equalTo("generation_not_allowed"))
                .body("detail", equalTo("Sanctions list."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"regenerate", "generate"})
    void isForSupportAndStaffOnly(String button) {
        given().formParam("username", "x")
                .post("/certificates/" + button)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.learner("77", "seventy"))
                .formParam("username", "x")
                .post("/certificates/" + button)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.service())
                .formParam("username", "x")
                .post("/certificates/" + button)
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse form(String button, String username, CourseKey course) {
        return raw(button, Map.of("username", username, "course_key", course.value()));
    }

    private static ValidatableResponse raw(String button, Map<String, String> parameters) {
        return given().auth()
                .oauth2(Tokens.support())
                .formParams(parameters)
                .post("/certificates/" + button)
                .then();
    }
}
