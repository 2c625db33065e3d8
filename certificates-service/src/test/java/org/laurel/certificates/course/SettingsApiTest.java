package org.laurel.certificates.course;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.generation.Auditorium;
import org.laurel.certificates.generation.Roles;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class SettingsApiTest {

    private static final String SETTINGS = "/api/certificates/v1/course-runs/{course}/settings";
    private static final String POLICY = "/api/certificates/v1/policy";
    private static final String CONFIGURATION = "/api/certificates/v1/generation-configuration";

    @Inject
    Auditorium auditorium;

    @Test
    void showsDefaultsAndKeepsWhatAMergePatchLeavesOut() {
        // Given
        CourseKey course = auditorium.openAutomatic("settings");
        staff().get(SETTINGS, course.value())
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("version", equalTo(0), "automatic_generation", nullValue(), "mode", nullValue())
                .body("effective.automatic_generation", equalTo(true), "effective.mode", equalTo("live"));
        patch(course, "{\"automatic_generation\": false, \"include_hours_of_effort\": true, \"mode\": \"observe\"}")
                .statusCode(200)
                .body("effective.automatic_generation", equalTo(false), "effective.mode", equalTo("observe"));

        // When
        ValidatableResponse patched = patch(
                course,
                "{\"automatic_generation\": null, \"mode\": null, "
                        + "\"language_specific_templates_enabled\": true, \"pdf_generation\": true}");

        // Then
        patched.statusCode(200)
                .body("automatic_generation", nullValue(), "mode", nullValue())
                .body("include_hours_of_effort", equalTo(true), "pdf_generation", equalTo(true))
                .body("language_specific_templates_enabled", equalTo(true), "self_generation_enabled", equalTo(false));
        staff().get(SETTINGS + "/history?limit=1", course.value())
                .then()
                .statusCode(200)
                .body("results[0].changed_by", equalTo("staff"), "results[0].pdf_generation", equalTo(true))
                .body("next_cursor", notNullValue());
    }

    @Test
    void whatHasToBeCompletedIsASettingWithAHistory() {
        // Given
        CourseKey course = auditorium.openAutomatic("settings-completion");
        staff().get(SETTINGS, course.value())
                .then()
                .body("completion_threshold", nullValue(), "completion_requires_passing", equalTo(true));
        patch(course, "{\"completion_threshold\": 0.80, \"completion_requires_passing\": false}")
                .statusCode(200)
                .body("completion_threshold", equalTo(0.8f), "completion_requires_passing", equalTo(false));

        // When
        ValidatableResponse same = patch(course, "{\"completion_threshold\": 0.8}");
        ValidatableResponse cleared = patch(course, "{\"completion_threshold\": null}");
        ValidatableResponse wrong =
                patch(course, "{\"completion_threshold\": 1.5, \"completion_requires_passing\": 1}");

        // Then
        int version = same.statusCode(200).extract().path("version");
        cleared.statusCode(200)
                .body("completion_threshold", nullValue(), "completion_requires_passing", equalTo(false));
        staff().get(SETTINGS + "/history", course.value())
                .then()
                .statusCode(200)
                .body("results", hasSize(2))
                .body("results[0].completion_threshold", nullValue())
                .body("results[1].completion_threshold", equalTo(0.8f), "results[1].version", equalTo(version))
                .body("results[1].changed_by", equalTo("staff"));
        wrong.statusCode(400).body("violations.field", contains("completion_threshold", "completion_requires_passing"));
    }

    @Test
    void aChangeOfWhatSomebodyElseHasChangedIsRefused() {
        // Given
        CourseKey course = auditorium.openAutomatic("settings-tag");
        String seen = staff().get(SETTINGS, course.value()).header("ETag");
        patch(course, "{\"pdf_generation\": true}").statusCode(200);

        // When
        ValidatableResponse late = staff().header("If-Match", seen)
                .contentType("application/json")
                .body("{\"pdf_generation\": false}")
                .patch(SETTINGS, course.value())
                .then();

        // Then
        late.statusCode(412).body("error_code", equalTo("settings_changed"));
        String now = staff().get(SETTINGS, course.value()).header("ETag");
        staff().header("If-Match", now)
                .contentType("application/json")
                .body("{\"pdf_generation\": false}")
                .patch(SETTINGS, course.value())
                .then()
                .statusCode(200);
        staff().header("If-Match", "W/\"1\"")
                .contentType("application/json")
                .body("{}")
                .patch(SETTINGS, course.value())
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"x\"",
                "{\"pdf_generation\": null}",
                "{\"pdf_generation\": \"yes\"}",
                "{\"automatic_generation\": 1}",
                "{\"mode\": \"dream\"}",
                "{\"mode\": 3}",
                "{\"selfgeneration\": true}",
                "{\"language\": \"\"}",
                "{\"language\": \"no language\"}",
                "{\"language\": 3}",
                "{\"weeks_to_complete\": 0}",
                "{\"weeks_to_complete\": 521}",
                "{\"weeks_to_complete\": 1.5}",
                "{\"max_effort\": \"7\"}",
                "{\"max_effort\": 169}",
                "{\"max_effort\": 99999999999}",
                "{\"completion_threshold\": 0}",
                "{\"completion_threshold\": -0.5}",
                "{\"completion_threshold\": 1.0001}",
                "{\"completion_threshold\": 0.12345}",
                "{\"completion_threshold\": 1e-400}",
                "{\"completion_threshold\": 1e400}",
                "{\"completion_threshold\": 80}",
                "{\"completion_threshold\": \"0.8\"}",
                "{\"completion_threshold\": true}",
                "{\"completion_requires_passing\": null}",
                "{\"completion_requires_passing\": \"no\"}"
            })
    void refusesWhatIsNoSetting(String body) {
        CourseKey course = auditorium.openAutomatic("settings-bad");
        patch(course, body).statusCode(400);
        staff().contentType("application/merge-patch+json")
                .body(body)
                .patch(POLICY)
                .then()
                .statusCode(400);
    }

    @Test
    void canAskForExamplesBeforeLearnersMayAsk() {
        // Given
        CourseKey course = auditorium.openAutomatic("settings-examples");
        String enable = "{\"self_generation_enabled\": true}";

        // When
        ValidatableResponse early = require(course, enable);

        // Then
        early.statusCode(409).body("error_code", equalTo("examples_not_succeeded"));
        require(course, "{\"self_generation_enabled\": false}").statusCode(200);
        staff().post("/api/certificates/v1/course-runs/{course}/example-certificates", course.value())
                .then()
                .statusCode(200);
        require(course, enable).statusCode(200).body("self_generation_enabled", equalTo(true));
    }

    @Test
    void settingsAreForAdministratorsAndThePolicyForStaffAndServiceClients() {
        // Given
        CourseKey course = auditorium.openAutomatic("settings-access");

        // When
        List<String> others = List.of(Tokens.support(), Tokens.learner("77", "seventy"));

        // Then
        for (String token : others) {
            as(token).get(SETTINGS, course.value()).then().statusCode(403);
            as(token).get(SETTINGS + "/history", course.value()).then().statusCode(403);
            as(token)
                    .contentType("application/json")
                    .body("{}")
                    .patch(SETTINGS, course.value())
                    .then()
                    .statusCode(403);
            as(token).get(POLICY).then().statusCode(403);
            as(token)
                    .contentType("application/json")
                    .body("{}")
                    .patch(POLICY)
                    .then()
                    .statusCode(403);
            as(token).get(CONFIGURATION).then().statusCode(403);
        }
        as(Tokens.service()).get(SETTINGS, course.value()).then().statusCode(200);
        as(Tokens.service()).get(POLICY).then().statusCode(200);
        staff().get(SETTINGS, "course-v1:No+Such+Run").then().statusCode(404);
        staff().get(SETTINGS, "nonsense").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"live\"", "null"})
    void whetherDecisionsTakeEffectIsNotForInstructorsToSay(String mode) {
        // Given
        CourseKey course = auditorium.openAutomatic("settings-mode");
        patch(course, "{\"mode\": \"observe\"}").statusCode(200);
        String instructor = Roles.token(course, "instructor");

        // When
        ValidatableResponse refused = as(instructor)
                .contentType("application/merge-patch+json")
                .body("{\"mode\": %s, \"pdf_generation\": true}".formatted(mode))
                .patch(SETTINGS, course.value())
                .then();

        // Then
        refused.statusCode(403)
                .contentType("application/problem+json")
                .body(
                        "detail",
                        equalTo("Only global staff and service clients may change mode; leave it out to change the "
                                + "other settings."));
        staff().get(SETTINGS, course.value())
                .then()
                .body("effective.mode", equalTo("observe"), "pdf_generation", equalTo(false));
        as(instructor)
                .contentType("application/merge-patch+json")
                .body("{\"mode\": \"observe\", \"include_hours_of_effort\": true}")
                .patch(SETTINGS, course.value())
                .then()
                .statusCode(200);
        as(Tokens.service())
                .contentType("application/merge-patch+json")
                .body("{\"mode\": null}")
                .patch(SETTINGS, course.value())
                .then()
                .statusCode(200)
                .body("effective.mode", equalTo("live"));
    }

    @Test
    void thePolicyOfTheDeploymentHasAHistoryOfItsOwn() {
        // Given
        policy("{\"names_follow_profile\": true, \"custom_templates_enabled\": true}")
                .statusCode(200);

        // When
        ValidatableResponse back = policy("{\"names_follow_profile\": false, \"custom_templates_enabled\": false}");

        // Then
        back.statusCode(200)
                .header("ETag", notNullValue())
                .body("names_follow_profile", equalTo(false), "automatic_generation", equalTo(true))
                .body("mode", equalTo("live"));
        staff().get(POLICY + "/history")
                .then()
                .statusCode(200)
                .body("results.size()", greaterThanOrEqualTo(2))
                .body("results[1].names_follow_profile", equalTo(true), "results[1].changed_by", equalTo("staff"));
        staff().header("If-Match", "\"999999\"")
                .contentType("application/json")
                .body("{}")
                .patch(POLICY)
                .then()
                .statusCode(412);
    }

    @Test
    void eachSettingOfTheGlobalSwitchIsKept() {
        // Given
        int before = settings();
        configure("{\"enabled\": false}").statusCode(200);

        // When
        configure("{\"enabled\": false}")
                .statusCode(200)
                .body("enabled", equalTo(false), "changed_by", equalTo("staff"));

        // Then
        policy("{\"names_follow_profile\": true}").statusCode(200);
        policy("{\"names_follow_profile\": false}").statusCode(200);
        assertThat(settings()).isEqualTo(before + 2);
        staff().get(CONFIGURATION).then().body("change_date", notNullValue());
        staff().get(CONFIGURATION + "/history").then().body("changed_by", hasItem("staff"));
        configure("{}").statusCode(400);
        configure("{\"enabled\": \"often\"}").statusCode(400);
    }

    private static int settings() {
        return staff().get(CONFIGURATION + "/history").jsonPath().getList("").size();
    }

    private static ValidatableResponse configure(String body) {
        return staff().contentType("application/json")
                .body(body)
                .put(CONFIGURATION)
                .then();
    }

    private static ValidatableResponse policy(String body) {
        return staff().contentType("application/merge-patch+json")
                .body(body)
                .patch(POLICY)
                .then();
    }

    private static ValidatableResponse patch(CourseKey course, String body) {
        return staff().contentType("application/merge-patch+json")
                .body(body)
                .patch(SETTINGS, course.value())
                .then();
    }

    private static ValidatableResponse require(CourseKey course, String body) {
        return staff().queryParam("require_examples", true)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(SETTINGS, course.value())
                .then();
    }

    private static RequestSpecification staff() {
        return as(Tokens.staff());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
