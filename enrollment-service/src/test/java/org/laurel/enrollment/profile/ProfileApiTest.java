package org.laurel.enrollment.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProfileApiTest {

    private static final String FULL = """
            {"year_of_birth": 1985, "gender": "f", "level_of_education": "p_se", "country": "NL", "city": "Leiden",
             "language": "nl", "location": "home", "bio": "likes engines", "goals": "all of them",
             "mailing_address": "Main Street 1", "meta": {"nicknames": [["Ada", "married", 1.5]]}}""";

    private final Scene scene = new Scene();

    @Test
    void showsAnEmptyProfileBeforeAnythingWasSaid() {
        // Given
        scene.register("ada");

        // When
        var answer = Scene.get(scene.token("ada"), path("ada"));

        // Then
        answer.statusCode(200).body("year_of_birth", nullValue(), "bio", nullValue(), "meta.size()", equalTo(0));
    }

    @Test
    void keepsWhatALearnerSays() {
        // Given
        scene.register("ada");

        // When
        put(scene.token("ada"), FULL).statusCode(200);

        // Then
        Scene.get(Tokens.staff(), path("ada"))
                .statusCode(200)
                .body(
                        "year_of_birth", equalTo(1985),
                        "gender", equalTo("f"),
                        "level_of_education", equalTo("p_se"),
                        "country", equalTo("NL"),
                        "city", equalTo("Leiden"),
                        "language", equalTo("nl"),
                        "location", equalTo("home"),
                        "bio", equalTo("likes engines"),
                        "goals", equalTo("all of them"),
                        "mailing_address", equalTo("Main Street 1"),
                        "meta.nicknames[0][1]", equalTo("married"));
    }

    @Test
    void replacesTheWholeProfile() {
        // Given
        scene.register("ada");
        put(scene.token("ada"), FULL).statusCode(200);

        // When
        var answer = put(Tokens.service(), "{\"city\": \"London\", \"bio\": \"\"}");

        // Then
        answer.statusCode(200)
                .body("city", equalTo("London"), "bio", nullValue(), "gender", nullValue(), "meta.size()", equalTo(0));
    }

    @Test
    void remembersFormerNamesWhateverAClientSaysOfThem() {
        // Given
        scene.register("ada");
        remember("{\"old_names\": [[\"Ada Byron\", \"married\", \"\"]], \"note\": \"x\"}");

        // When
        var answer = put(
                scene.token("ada"),
                "{\"meta\": {\"old_names\": [[\"Nobody\"]], \"old_emails\": [[\"n\"]], \"job\": \"j\"}}");

        // Then
        answer.statusCode(200)
                .body("meta.old_names[0][0]", equalTo("Ada Byron"), "meta.old_emails", nullValue())
                .body("meta.job", equalTo("j"), "meta.note", nullValue());
        Scene.get(scene.token("ada"), path("ada")).body("meta.old_names[0][0]", equalTo("Ada Byron"));
        put(scene.token("ada"), "{}").statusCode(200).body("meta.old_names[0][1]", equalTo("married"));
    }

    @Test
    void writesNothingWhenNothingChanges() {
        // Given
        scene.register("ada");
        put(scene.token("ada"), FULL).statusCode(200);

        // When
        put(scene.token("ada"), FULL).statusCode(200);

        // Then
        String versions =
                Database.current().value("select count(*) from profile_history where learner_id = ?", scene.id("ada"));
        assertThat(versions).isEqualTo("1");
    }

    @Test
    void refusesAProfileThatBreaksRules() {
        // Given
        scene.register("ada");

        // When
        var answer = put(scene.token("ada"), "{\"gender\": \"x\", \"year_of_birth\": 1800}");

        // Then
        answer.statusCode(400)
                .body(
                        "error_code", equalTo("invalid_profile"),
                        "violations.field", hasItem("gender"),
                        "violations.field", hasItem("year_of_birth"));
    }

    @Test
    void refusesTextsThatAreTooLong() {
        // Given
        scene.register("ada");

        // When
        var answer = put(scene.token("ada"), "{\"bio\": \"%s\"}".formatted("x".repeat(3001)));

        // Then
        answer.statusCode(400);
    }

    @Test
    void hidesAProfileFromOthers() {
        // Given
        scene.register("ada");

        // When
        var answer = put(scene.token("bob"), FULL);

        // Then
        answer.statusCode(404);
        Scene.get(scene.token("bob"), path("ada")).statusCode(404);
        Scene.get(Tokens.support(), path("ada")).statusCode(404);
        Scene.get(Tokens.staff(), path("nobody")).statusCode(404);
    }

    @Test
    void neverTellsAProfileByEvents() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS, Scene.LEARNERS)) {
            // Given
            scene.open();
            scene.register("ada");
            put(scene.token("ada"), FULL).statusCode(200);
            scene.enrollAsService("ada", "").statusCode(200);
            put(scene.token("ada"), FULL.replace("Leiden", "London")).statusCode(200);

            // When
            scene.putLearner("ada", scene.learnerJson("ada", "Ada Lovelace")).statusCode(200);

            // Then
            List<ReceivedEvent> learners = scene.await(probe, Scene.LEARNERS, "ada", 2);
            assertThat(learners).extracting(ReceivedEvent::type).containsExactly(Scene.PREFERENCES, Scene.LEARNER);
            assertThat(learners).noneMatch(ProfileApiTest::tellsOfTheProfile);
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 1)).noneMatch(ProfileApiTest::tellsOfTheProfile);
        }
    }

    /** Gives the profile a meta that a client cannot write. */
    private void remember(String meta) {
        put(scene.token("ada"), "{}").statusCode(200);
        Database.current().execute("update profile set meta = '" + meta + "' where learner_id = ?", scene.id("ada"));
    }

    private static boolean tellsOfTheProfile(ReceivedEvent event) {
        String body = event.body().toString();
        return Scene.tellsOf(event, "1985")
                || List.of("p_se", "Leiden", "London", "engines", "Main Street", "nicknames").stream()
                        .anyMatch(body::contains);
    }

    private String path(String name) {
        return "/learners/" + scene.id(name) + "/profile";
    }

    private ValidatableResponse put(String token, String json) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(json)
                .put("/api/enrollment/v1" + path("ada"))
                .then();
    }
}
