package org.laurel.programs.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.EnrollmentFacts;
import org.laurel.programs.PlatformNews;
import org.laurel.programs.Story;

/** The programs on a learner's dashboard. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class DashboardResourceTest {

    private static final String PATH = "/api/dashboard/v1/programs/";
    private static final String ENTERPRISE = "6f1d5c1e-0a5b-4a6c-9a3c-0b8f5d1f7a11";

    @Test
    void showsTheProgramsByTheNewestEnrollment() {
        // Given
        Story story = new Story("board");
        EnrollmentFacts facts = new EnrollmentFacts(story);
        String course = UUID.nameUUIDFromBytes(new byte[] {9}).toString();
        String members = """
                "banner_image": {"large": {"url": "https://cdn.example.org/b.png", "width": 1440, "height": 480}},
                "authoring_organizations": [{"key": "Org", "name": "The Org", "logo_image_url": "https://x.example/l.png"}],
                "courses": [""";
        story.put(1, story.document(1, List.of(List.of("A"), List.of("B"))).replace("\"courses\": [", members))
                .statusCode(201);
        story.put(2, List.of(List.of("C"))).statusCode(201);
        story.put(
                        3,
                        story.document(3, List.of(List.of("D")))
                                .replace("\"key\": \"board\"", "\"uuid\": \"" + course + "\""))
                .statusCode(201);
        PlatformNews.tell(
                facts.enrolled("C", "verified", 1),
                facts.enrolled("A", "audit", 5),
                facts.entitlement(course, "verified", null, null, 1, 9));

        // When
        ValidatableResponse answer = get(story, PATH);

        // Then
        answer.statusCode(200)
                .body("uuid", contains(story.program(1), story.program(2)))
                .body("[0].title", equalTo("Program board"))
                .body("[0].type", equalTo("MicroMasters"))
                .body("[0].banner_image.large.width", equalTo(1440))
                .body("[0].authoring_organizations", hasSize(1))
                .body("[0].authoring_organizations[0].key", equalTo("Org"))
                .body("[0].authoring_organizations[0].logo_image_url", equalTo("https://x.example/l.png"))
                .body("[0].authoring_organizations[0]", not(hasKey("name")))
                .body("[0].progress.uuid", equalTo(story.program(1)))
                .body("[0].progress.completed", equalTo(0))
                .body("[0].progress.in_progress", equalTo(1))
                .body("[0].progress.not_started", equalTo(1))
                .body("[0].progress.all_unenrolled", equalTo(false))
                .body("[1].progress.in_progress", equalTo(1))
                .body("[1]", hasKey("banner_image"));
    }

    /** Scenario 27, by REST. */
    @Test
    void isEmptyWithoutEnrollments() {
        // Given
        Story story = new Story("no-board");

        // When
        ValidatableResponse answer = get(story, PATH);

        // Then
        answer.statusCode(200).body("", hasSize(0));
        given().get(PATH).then().statusCode(401).body("error_code", equalTo("unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0", "v1"})
    void isEmptyForAnEnterpriseSinceNoneIsKnown(String version) {
        // Given
        Story story = new Story("enterprise");
        String path = "/api/dashboard/" + version + "/programs/" + ENTERPRISE + "/";

        // When
        ValidatableResponse answer = get(story, path);

        // Then
        answer.statusCode(200).body("", hasSize(0));
        given().get(path).then().statusCode(401).body("error_code", equalTo("unauthorized"));
    }

    @ParameterizedTest
    @CsvSource({
        "v1/programs/garbage/",
        "v1/programs/6f1d5c1e-0a5b-1a6c-9a3c-0b8f5d1f7a11/",
        "v0/programs/garbage/",
    })
    void anEnterpriseHasAUuidOfVersion4(String path) {
        // When
        ValidatableResponse answer = get(new Story("paths"), "/api/dashboard/" + path);

        // Then
        answer.statusCode(404).body("error_code", equalTo("enterprise_not_found"));
    }

    @Test
    void theOlderListIsOfAnEnterpriseOnly() {
        // When
        ValidatableResponse answer = get(new Story("older"), "/api/dashboard/v0/programs/");

        // Then
        answer.statusCode(404).body("error_code", equalTo("not_found"));
    }

    private static ValidatableResponse get(Story story, String path) {
        return given().auth().oauth2(story.token()).get(path).then();
    }
}
