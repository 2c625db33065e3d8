package org.laurel.programs.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.EnrollmentFacts;
import org.laurel.programs.PlatformNews;
import org.laurel.programs.Story;

/** Whether a learner takes part in a program of a type, by REST. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramTypeResourceTest {

    private static final String PATH = "/api/programs/v1/learners/{username}/enrolled-in-program-type";

    /** Scenario 38, by REST. */
    @Test
    void tellsWhetherTheLearnerIsEnrolledAndWhetherInAPaidMode() {
        // Given
        Story story = new Story("of-type");
        EnrollmentFacts facts = new EnrollmentFacts(story);
        story.put(1, story.document(1, List.of(List.of("A"))).replace("micromasters", "of-type-masters"))
                .statusCode(201);
        PlatformNews.tell(facts.modes("A", 1, List.of("audit:0", "verified:49")), facts.enrolled("A", "audit", 1));

        // When
        ValidatableResponse answer = ask(story.token(), story, "slug", "Of-Type-Masters");

        // Then
        answer.statusCode(200).body("enrolled", equalTo(true));
        ask(Tokens.staff(), story, "slug", "of-type-masters", "paid_modes_only", "true")
                .statusCode(200)
                .body("enrolled", equalTo(false));
        PlatformNews.tell(facts.enrollment("A", "verified", true, 2, 2));
        ask(Tokens.service(), story, "slug", "of-type-masters", "paid_modes_only", "1")
                .statusCode(200)
                .body("enrolled", equalTo(true));
        ask(story.token(), story, "slug", "no-such-type").statusCode(200).body("enrolled", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "slug, '', false, slug_missing",
        "other, x, false, slug_missing",
        "slug, x, maybe, invalid_paid_modes_only",
    })
    void refusesParametersThatDoNotParse(String parameter, String value, String paid, String code) {
        // Given
        Story story = new Story("bad-type");

        // When
        ValidatableResponse answer = ask(story.token(), story, parameter, value, "paid_modes_only", paid);

        // Then
        answer.statusCode(400).body("error_code", equalTo(code));
    }

    @Test
    void refusesASlugThatIsTooLong() {
        // Given
        Story story = new Story("long-type");

        // When
        ValidatableResponse answer = ask(story.token(), story, "slug", "x".repeat(101));

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_slug"));
    }

    @Test
    void refusesASlugWithANullCharacter() {
        // Given
        Story story = new Story("null-type");

        // When
        ValidatableResponse answer = given().auth()
                .oauth2(story.token())
                .urlEncodingEnabled(false)
                .get("/api/programs/v1/learners/" + story.username() + "/enrolled-in-program-type?slug=a%00b")
                .then();

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_slug"));
    }

    @Test
    void isForTheLearnerStaffAndServices() {
        // Given
        Story story = new Story("type-nobody");

        // When
        ValidatableResponse own = ask(story.token(), story, "slug", "xseries");

        // Then
        own.statusCode(200).body("enrolled", equalTo(false));
        for (String token : List.of(Tokens.learner("x", "x"), Tokens.support())) {
            ask(token, story, "slug", "xseries").statusCode(403).body("error_code", equalTo("forbidden"));
        }
        for (String token : List.of(Tokens.staff(), Tokens.service())) {
            ask(token, story, "slug", "xseries").statusCode(404).body("error_code", equalTo("learner_not_found"));
        }
        given().get(PATH, story.username()).then().statusCode(401).body("error_code", equalTo("unauthorized"));
    }

    private static ValidatableResponse ask(String token, Story story, String... query) {
        RequestSpecification request = given().auth().oauth2(token);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get(PATH, story.username()).then();
    }
}
