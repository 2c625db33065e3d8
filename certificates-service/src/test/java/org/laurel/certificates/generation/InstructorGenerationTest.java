package org.laurel.certificates.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** The instructor dashboard's endpoints, both generations. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class InstructorGenerationTest {

    private static final String V1 = "/courses/{course}/instructor/api/";
    private static final String V2 = "/api/instructor/v2/courses/{course}/certificates/";
    private static final String DATES = "laurel.certificate-dates";

    @Inject
    Auditorium auditorium;

    @Test
    void enablingGoesBackToTheDashboardAndIsToldToOthers() {
        CourseKey course = auditorium.open("v1-enable");
        try (KafkaProbe probe = KafkaProbe.fromNow(DATES)) {
            // Given somebody who follows the topic

            // When
            ValidatableResponse on = form(course, "enable_certificate_generation", "certificates-enabled", "true");

            // Then
            on.statusCode(302)
                    .header("Location", equalTo("/courses/" + course.value() + "/instructor#view-certificates"))
                    .header("Cache-Control", containsString("no-cache"));
            form(course, "certificate_task/toggle", "certificates-enabled", "false")
                    .statusCode(302);
            List<ReceivedEvent> events =
                    probe.awaitEvents(DATES, 2, event -> course.value().equals(event.key()));
            assertThat(events)
                    .extracting(event -> event.body().get("enabled").asBoolean())
                    .containsExactly(true, false);
        }
    }

    @Test
    void theDashboardOfAKeyWithCharactersThatAddressesLackIsReachedToo() {
        // Given
        CourseKey course = auditorium.open("v1-a|b");

        // When
        ValidatableResponse on = form(course, "enable_certificate_generation", "certificates-enabled", "true");

        // Then
        on.statusCode(302)
                .header(
                        "Location",
                        equalTo("/courses/" + course.value().replace("|", "%7C") + "/instructor#view-certificates"));
    }

    @Test
    void generatesForEverybodyAndRefusesASecondTask() {
        // Given
        CourseKey course = auditorium.open("v1-generate");
        auditorium.enroll(course, "v1-generate", 2, true);
        long slow = Runs.start(course, "{\"chunk\": 1, \"pause_seconds\": 3600}");

        // When
        ValidatableResponse busy = as(Tokens.staff())
                .post(V1 + "start_certificate_generation", course.value())
                .then();

        // Then
        busy.statusCode(400).body("message", notNullValue()).body("$", aMapWithSize(1));
        form(course, "certificate_task/regenerate", "certificate_statuses", "error")
                .statusCode(400);
        as(Tokens.staff())
                .post(V1 + "generate_certificate_exceptions/new", course.value())
                .then()
                .statusCode(400)
                .body("success", equalTo(false));
        Runs.steer(slow, "cancel").statusCode(200);
        as(Tokens.staff())
                .post(V1 + "start_certificate_generation", course.value())
                .then()
                .statusCode(200)
                .body("message", notNullValue(), "task_id", notNullValue());
    }

    @Test
    void regeneratesCertificatesWithTheNamedStatuses() {
        // Given
        CourseKey course = auditorium.open("v1-regenerate");

        // When
        ValidatableResponse none = form(course, "start_certificate_regeneration", "certificate_statuses");

        // Then
        none.statusCode(400).body("message", notNullValue()).body("$", not(hasKey("success")));
        form(course, "start_certificate_regeneration", "certificate_statuses", "downloadable", "restricted")
                .statusCode(400);
        form(course, "start_certificate_regeneration", "certificate_statuses", "downloadable", "error")
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", notNullValue());
        Runs.get(course, "generation-runs")
                .body("results[0].details", equalTo("Received, Error State"))
                .body("results[0].is_regeneration", equalTo(true));
    }

    @Test
    void namesTheThreeTasksAndForbidsOthers() {
        // Given
        CourseKey course = auditorium.open("v1-task");

        // When
        ValidatableResponse other = form(course, "certificate_task/delete", "x", "y");

        // Then
        other.statusCode(403);
        form(course, "certificate_task/generate", "x", "y").statusCode(200).body("task_id", notNullValue());
    }

    @Test
    void generatesForTheAllowlist() {
        // Given
        CourseKey course = auditorium.open("v1-exceptions");
        auditorium.tell(
                course,
                auditorium.enroll(course, "v1-exceptions", 1, false).getFirst(),
                new Fact.Allowlisted(Auditorium.order(3, Fact.Allowlisted.KIND), Entry.ENABLED));

        // When
        ValidatableResponse started = as(Tokens.staff())
                .post(V1 + "generate_certificate_exceptions/all", course.value())
                .then();

        // Then
        started.statusCode(200).body("success", equalTo(true)).body("message", notNullValue());
        await().until(() -> Auditorium.certificates(course, "downloadable") == 1);
        as(Tokens.staff())
                .post(V1 + "generate_certificate_exceptions/some", course.value())
                .then()
                .statusCode(400)
                .body("success", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enable_certificate_generation",
                "start_certificate_generation",
                "start_certificate_regeneration",
                "certificate_task/generate",
                "generate_certificate_exceptions/all"
            })
    void isForInstructorsAndStaffOnly(String path) {
        // Given
        CourseKey course = auditorium.open("v1-access");
        String courseStaff = Roles.token(course, "staff");

        // When
        ValidatableResponse refused = as(courseStaff)
                .formParam("x", "y")
                .post(V1 + path, course.value())
                .then();

        // Then
        refused.statusCode(403);
        as(Tokens.service())
                .formParam("x", "y")
                .post(V1 + path, course.value())
                .then()
                .statusCode(403);
        given().formParam("x", "y").post(V1 + path, course.value()).then().statusCode(401);
        as(Tokens.staff())
                .formParam("x", "y")
                .post(V1 + path, "nonsense")
                .then()
                .statusCode(404);
        as(Tokens.staff())
                .formParam("x", "y")
                .post(V1 + path, "course-v1:No+Such+Run")
                .then()
                .statusCode(404);
    }

    @Test
    void showsTodaysDashboardTheHistoryAndTheSwitch() {
        // Given
        CourseKey course = auditorium.open("v2-history");
        for (String body : List.of("{}", "{\"statuses\": [\"downloadable\"]}")) {
            Runs.awaitState(Runs.start(course, body), "done");
        }
        String researcher = Roles.token(course, "data_researcher");

        // When
        ValidatableResponse history = as(researcher)
                .get(V2 + "generation_history?page_size=1", course.value())
                .then();

        // Then
        history.statusCode(200)
                .body("count", equalTo(2), "previous", equalTo(null), "next", containsString("page=2"))
                .body("results", hasSize(1))
                .body("results[0].task_name", equalTo("Regenerated"))
                .body("results[0].details", equalTo("Received"))
                .body("results[0].date", notNullValue());
        as(researcher).get(V2 + "config", course.value()).then().statusCode(200).body("enabled", equalTo(false));
        String instructor = Roles.token(course, "instructor");
        as(instructor).get(V2 + "generation_history", course.value()).then().statusCode(403);
        as(instructor).get(V2 + "config", course.value()).then().statusCode(403);
        as(researcher)
                .contentType("application/json")
                .body("{}")
                .post(V2 + "regenerate", course.value())
                .then()
                .statusCode(403);
    }

    @Test
    void regeneratesForTodaysDashboardByPrecedence() {
        // Given
        CourseKey course = auditorium.open("v2-regenerate");

        // When
        String both = "{\"student_set\": \"allowlisted\", \"statuses\": [\"error\"]}";

        // Then
        v2(course, "regenerate", both).statusCode(200).body("task_id", notNullValue(), "message", notNullValue());
        details(course, "Granted Exceptions");
        v2(course, "regenerate", "{\"student_set\": \"all\", \"statuses\": [\"requesting\"]}")
                .statusCode(200);
        details(course, "Requesting");
        v2(course, "regenerate", "{}").statusCode(200);
        details(course, "All Learners");
        v2(course, "regenerate", "{\"student_set\": \"some\"}").statusCode(400).body("error", notNullValue());
        v2(course, "regenerate", "{\"statuses\": [\"zzz\"]}").statusCode(400).body("error", notNullValue());
        auditorium.enroll(course, "v2-regenerate", 2, true);
        Runs.start(course, "{\"chunk\": 1, \"pause_seconds\": 3600}");
        v2(course, "regenerate", "{}").statusCode(400).body("error", notNullValue());
    }

    @Test
    void togglesForTodaysDashboard() {
        // Given
        CourseKey course = auditorium.open("v2-toggle");

        // When
        ValidatableResponse on = v2(course, "toggle_generation", "{\"enabled\": true}");

        // Then
        on.statusCode(200).body("enabled", equalTo(true));
        v2(course, "toggle_generation", "{}").statusCode(400).body("enabled", hasSize(1));
        v2(course, "toggle_generation", "{\"enabled\": \"often\"}").statusCode(400);
        Runs.get(course, "settings").body("self_generation_enabled", equalTo(true));
    }

    private static void details(CourseKey course, String text) {
        long id = Runs.get(course, "generation-runs")
                .body("results[0].details", equalTo(text))
                .extract()
                .jsonPath()
                .getLong("results[0].id");
        Runs.awaitState(id, "done");
    }

    private static ValidatableResponse v2(CourseKey course, String path, String body) {
        return as(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .post(V2 + path, course.value())
                .then();
    }

    private static ValidatableResponse form(CourseKey course, String path, String name, String... values) {
        RequestSpecification request = as(Tokens.staff()).formParam("other", "x");
        for (String value : values) {
            request.formParam(name, value);
        }
        return request.post(V1 + path, course.value()).then();
    }

    private static RequestSpecification as(String token) {
        return given().redirects().follow(false).auth().oauth2(token);
    }
}
