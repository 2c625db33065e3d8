package org.laurel.programs.detail;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.laurel.programs.detail.Scene.DETAILS;
import static org.laurel.programs.detail.Scene.MARKETING;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Programs as a learner sees them and as they are advertised. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramDetailsResourceTest {

    @Test
    void showsEachRunAsItIsToTheLearner() {
        // Given
        Scene scene = new Scene("seen").begin().enrolled("A", "audit").certified("A");

        // When
        var answer = scene.get(DETAILS, scene.story().token());

        // Then
        answer.statusCode(200)
                .body("program_data.title", equalTo("Program seen"))
                .body("program_data.own.x", equalTo(1))
                .body(
                        "program_data.detail_url",
                        endsWith("/programs/" + scene.story().program(1) + "/progress_details/"))
                .body("program_data.is_learner_eligible_for_one_click_purchase", equalTo(true))
                .body("program_data.skus", contains("SA", "SB"))
                .body("program_data.variant", equalTo("full"))
                .body("program_data.full_program_price", equalTo(79.0f))
                .body("program_data.discount_data.is_discounted", equalTo(false))
                .rootPath("program_data.courses[0].course_runs[0]")
                .body("own", equalTo(true))
                .body("is_enrolled", equalTo(true))
                .body("is_enrollment_open", equalTo(true))
                .body("is_course_ended", equalTo(false))
                .body("may_certify", equalTo(true))
                .body("certificate_url", equalTo(scene.certificate("A")))
                .body("course_url", equalTo("/courses/" + scene.story().course("A") + "/course/"))
                .body("enrollment_open_date", equalTo("Jan 1, 1900"))
                .body("upgrade_url", nullValue())
                .body("is_mobile_only", equalTo(false))
                .noRootPath()
                .body("program_data.courses[1].course_runs[0].is_enrolled", equalTo(false))
                .body("program_data.courses[1].course_runs[0].certificate_url", nullValue())
                .body("certificate_data.title", contains("Run A"))
                .body("urls.program_listing_url", equalTo("/dashboard/programs/"))
                .body("urls.program_record_url", endsWith("/records/programs/" + hex(scene.story()) + "/"))
                .body("urls.buy_button_url", nullValue())
                .body("urls.program_marketing_url", nullValue())
                .body("industry_pathways", empty())
                .body("credit_pathways", empty());
    }

    /** Programs, scenario 39, the other way round. */
    @Test
    void showsTheProgramsCredentialOnceEveryCourseHasACertificateToSee() {
        // Given
        Scene scene = new Scene("earned").begin().certified("A").certified("B");
        scene.story().awaitCredentials("awarded", 3);

        // When
        var answer = scene.get(DETAILS, scene.story().token());

        // Then
        answer.statusCode(200)
                .body("certificate_data.type", contains("course", "course", "program"))
                .body("certificate_data.title", contains("Run A", "Second", "Program earned"))
                .body("certificate_data[2].url", startsWith("http://localhost:8080/login/?next=/credentials/"));
    }

    /** Its courses' certificates show by their runs, but the credential's own date is still to come. */
    @Test
    void hidesTheProgramsCredentialUntilItsDate() {
        // Given
        Scene scene =
                new Scene("early").begin().certified("A").certifiedFrom("B", Instant.parse("9999-01-01T00:00:00Z"));
        scene.story().awaitCredentials("awarded", 3);

        // When
        var answer = scene.get(DETAILS, scene.story().token());

        // Then
        answer.statusCode(200).body("certificate_data.type", contains("course", "course"));
    }

    /** Programs, complaint 6. */
    @Test
    void showsProgramsWithRunsThatNobodyTellsOf() {
        // Given
        Story story = new Story("gone");
        story.put(1, story.document(1, List.of(List.of("A"), List.of()))).statusCode(201);

        // When
        var answer = given().auth().oauth2(story.token()).get(DETAILS, story.program(1));

        // Then
        answer.then()
                .statusCode(200)
                .body("program_data.courses[0].course_runs[0].key", equalTo(story.course("A")))
                .body("program_data.courses[0].course_runs[0]", not(hasKey("course_url")))
                .body("certificate_data", empty());
    }

    @Test
    void letsStaffSeeWhatALearnerSees() {
        // Given
        Scene scene = new Scene("watched").begin().enrolled("B", "verified");

        // When
        var answer = scene.get(DETAILS, Tokens.staff(), "username", "USER-watched", "mobile_only", "true");

        // Then
        answer.statusCode(200)
                .body("program_data.courses[1].course_runs[0].is_enrolled", equalTo(true))
                .body("program_data.is_mobile_only", equalTo(true))
                .body("program_data.variant", equalTo("partial"))
                .body("program_data.skus", contains("SA"))
                .body("urls.program_marketing_url", equalTo("edxapp://course?programs"));
    }

    @Test
    void takesAnEmptyUsernameForNone() {
        // Given
        Scene scene = new Scene("unnamed").begin().enrolled("A", "verified");

        // When
        var details = scene.get(DETAILS, scene.story().token(), "username", "");
        var marketing = scene.get(MARKETING, scene.story().token(), "username", "");

        // Then
        details.statusCode(200).body("program_data.courses[0].course_runs[0].is_enrolled", equalTo(true));
        marketing.statusCode(200).body("program_data.courses[0].course_runs[0].is_enrolled", equalTo(false));
    }

    @Test
    void writesDatesInTheLanguageThatIsAskedFor() {
        // Given
        Scene scene = new Scene("language").begin();

        // When
        var answer = given().auth()
                .oauth2(scene.story().token())
                .header("Accept-Language", "de-DE,en;q=0.3")
                .get(DETAILS, scene.story().program(1));

        // Then
        answer.then()
                .statusCode(200)
                .body("program_data.courses[0].course_runs[0].enrollment_open_date", equalTo("01.01.1900"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%", "de;q=x", "*", "\u00e4"})
    void answersInEnglishWhateverTheLanguageSays(String language) {
        // Given
        Story story = new Story("nonsense");
        story.put(1, story.document(1, List.of()));

        // When
        var answer = given().auth()
                .oauth2(story.token())
                .header("Accept-Language", language)
                .get(DETAILS, story.program(1));

        // Then
        answer.then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {DETAILS, MARKETING})
    void letsNobodyElseSeeWhatALearnerSees(String path) {
        // Given
        Story story = new Story("private");
        story.put(1, story.document(1, List.of()));

        // When
        var answer = new Scene(story).get(path, new Story("curious").token(), "username", story.username());

        // Then
        answer.statusCode(403).body("error_code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a\0b"})
    void answersNotFoundForAnUnknownLearner(String username) {
        // Given
        Story story = new Story("nobody");
        story.put(1, story.document(1, List.of()));

        // When
        var answer = new Scene(story).get(DETAILS, Tokens.staff(), "username", username);

        // Then
        answer.statusCode(404).body("error_code", equalTo("learner_not_found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DETAILS, MARKETING})
    void answersNotFoundForAProgramThatIsUnknownOrTakenBack(String path) {
        // Given
        Story story = new Story("taken-back-" + path.length());
        story.put(2, story.document(2, List.of()).replace("active", "unpublished"))
                .statusCode(201);

        // When
        var unknown = given().auth().oauth2(story.token()).get(path, story.program(1));
        var unpublished = given().auth().oauth2(story.token()).get(path, story.program(2));

        // Then
        unknown.then().statusCode(404).body("error_code", equalTo("program_not_found"));
        unpublished.then().statusCode(404).body("error_code", equalTo("program_not_found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DETAILS, MARKETING})
    void refusesAMalformedUuid(String path) {
        // When
        var answer = given().auth().oauth2(Tokens.staff()).get(path, "1-1-1-1-1");

        // Then
        answer.then().statusCode(400).body("error_code", equalTo("invalid_uuid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DETAILS, MARKETING})
    void refusesAFlagThatIsNone(String path) {
        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .queryParam("mobile_only", "perhaps")
                .get(path, new Story("flag").program(1));

        // Then
        answer.then().statusCode(400).body("error_code", equalTo("invalid_mobile_only"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DETAILS, MARKETING})
    void asksWhoIsThere(String path) {
        // When
        var answer = given().get(path, new Story("reader").program(1));

        // Then
        answer.then().statusCode(401).body("error_code", equalTo("unauthorized"));
    }

    @Test
    void advertisesAProgramToAnybody() {
        // Given
        Scene scene = new Scene("advertised").begin().enrolled("A", "verified").certified("A");

        // When
        var answer = scene.get(MARKETING, scene.story().token());

        // Then
        answer.statusCode(200)
                .body("program_data.number_of_courses", equalTo(2))
                .body("program_data.avg_price_per_course", equalTo(39.5f))
                .body("program_data.full_program_price", equalTo(79.0f))
                .body("program_data.instructors.name", contains("Ada"))
                .body("program_data.instructors.title", contains("Countess"))
                .body("program_data.instructor_ordering", empty())
                .body("program_data.variant", equalTo("full"))
                .body("program_data.courses[0].course_runs[0].can_enroll", equalTo(true))
                .body("program_data.courses[0].course_runs[0].is_enrolled", equalTo(false))
                .body("program_data.courses[0].course_runs[0]", not(hasKey("certificate_url")))
                .body("certificate_data", empty());
    }

    @Test
    void advertisesAProgramToALearner() {
        // Given
        Scene scene = new Scene("offered").begin().enrolled("A", "verified");

        // When
        var answer = scene.get(
                MARKETING, scene.story().token(), "username", scene.story().username());

        // Then
        answer.statusCode(200)
                .body("program_data.variant", equalTo("partial"))
                .body("program_data.courses[0].course_runs[0].is_enrolled", equalTo(true));
    }

    private static String hex(Story story) {
        return story.program(1).replace("-", "");
    }
}
