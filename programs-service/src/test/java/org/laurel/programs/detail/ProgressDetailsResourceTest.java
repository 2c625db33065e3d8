package org.laurel.programs.detail;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.Story;
import org.laurel.programs.catalogue.Calls;

/** A program's page for the learner who asks. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgressDetailsResourceTest {

    private static final String PATH = "/api/dashboard/v1/programs/{uuid}/progress_details/";

    @Test
    void showsTheProgramAndHowFarTheLearnerHasCome() {
        // Given
        Scene scene = new Scene("page")
                .begin()
                .enrolled("A", "verified")
                .enrolled("B", "verified")
                .certified("A");

        // When
        var answer = scene.get(PATH, scene.story().token());

        // Then
        answer.statusCode(200)
                .body("program_data.title", equalTo("Program page"))
                .body("program_data", not(hasKey("courses")))
                .body("course_data.uuid", equalTo(scene.story().program(1)))
                .body("course_data.all_unenrolled", equalTo(false))
                .body("course_data.not_started", empty())
                .body("course_data.completed.title", contains("First"))
                .body("course_data.completed[0].course_runs[0].certificate_url", equalTo(scene.certificate("A")))
                .body("course_data.in_progress.title", contains("Second"))
                .body("course_data.in_progress[0].course_runs[0].is_enrolled", equalTo(true))
                .body("course_data.in_progress[0].course_runs[0].certificate_url", nullValue())
                .body("certificate_data.title", contains("Run A"))
                .body("urls.program_record_url", endsWith("/"))
                .body("industry_pathways", empty())
                .body("credit_pathways", empty());
    }

    @Test
    void hidesTheRecordOfALearnerWhoHasNothingToShow() {
        // Given
        Scene scene = new Scene("blank").begin();

        // When
        var answer = scene.get(PATH, scene.story().token(), "mobile_only", "true");

        // Then
        answer.statusCode(200)
                .body("urls", hasKey("program_record_url"))
                .body("urls.program_record_url", nullValue())
                .body("course_data.all_unenrolled", equalTo(true))
                .body("course_data.not_started.title", contains("First", "Second"))
                .body("program_data.is_mobile_only", equalTo(true));
    }

    @Test
    void leadsOnToPublishedPathwaysThatSomebodyReadsMailOf() {
        // Given
        Scene scene = new Scene("way-on").begin();
        pathway(scene.story(), 81001, "\"email\": \"a@uni.example\"");
        pathway(scene.story(), 81002, "\"email\": \"b@shop.example\", \"pathway_type\": \"industry\"");
        pathway(scene.story(), 81003, "\"email\": \"c@uni.example\", \"status\": \"retired\"");
        pathway(scene.story(), 81004, "\"description\": \"without mail\"");

        // When
        var answer = scene.get(PATH, scene.story().token());

        // Then
        answer.statusCode(200)
                .body("credit_pathways.id", contains(81001))
                .body("credit_pathways[0].program_uuids", contains(scene.story().program(1)))
                .body("industry_pathways.id", contains(81002))
                .body("industry_pathways[0].pathway_type", equalTo("industry"))
                .body("industry_pathways[0].org_name", equalTo("Org"));
    }

    @Test
    void leadsOnToPathwaysThatTheDocumentNumbers() {
        // Given
        Story story = new Story("numbered");
        story.put(1, story.document(1, List.of(List.of("A"))).replaceFirst("[{]", "{\"pathway_ids\": [81011, 81010], "))
                .statusCode(201);
        for (int id : List.of(81010, 81011)) {
            Calls.put("pathways/" + story.program(id), """
                    {"id": %d, "name": "On", "org_name": "Org", "email": "a@uni.example"}""".formatted(id)).statusCode(201);
        }

        // When
        var answer = given().auth().oauth2(story.token()).get(PATH, story.program(1));

        // Then
        answer.then().statusCode(200).body("credit_pathways.id", contains(81011, 81010));
    }

    /** Programs, complaint 6: deleted runs answered 500, and certificates that do not show counted as completed. */
    @Test
    void deletedRunsAndHiddenCertificatesBreakNothingAndCompleteNothing() {
        // Given
        Scene scene = new Scene("hidden")
                .beginWithHiddenCertificates()
                .enrolled("A", "verified")
                .certified("A");
        scene.story()
                .put(2, scene.story().document(2, List.of(List.of("Unknown"))))
                .statusCode(201);

        // When
        var hidden = scene.get(PATH, scene.story().token());
        var deleted = given().auth()
                .oauth2(scene.story().token())
                .get(PATH, scene.story().program(2));

        // Then
        hidden.statusCode(200)
                .body("course_data.completed", empty())
                .body("course_data.not_started[0].expired", equalTo(true))
                .body("course_data.not_started[0].course_runs[0].may_certify", equalTo(false))
                .body("course_data.not_started[0].course_runs[0].certificate_url", nullValue())
                .body("certificate_data", empty());
        deleted.then().statusCode(200).body("course_data.not_started[0].course_runs[0]", not(hasKey("is_enrolled")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2b8f3a8e-6d5b-4b43-9a52-000000000000", "nonsense", "1-1-1-1-1"})
    void tellsClientsOfProgramsThatThereAreNotAsEver(String uuid) {
        // When
        var answer = given().auth().oauth2(new Story("reader").token()).get(PATH, uuid);

        // Then
        answer.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("error_code", equalTo("No program data available."))
                .body("type", equalTo("urn:laurel:problem:no_program_data"));
    }

    @Test
    void asksWhoIsThere() {
        // When
        var answer = given().get(PATH, new Story("reader").program(1));

        // Then
        answer.then().statusCode(401).body("error_code", equalTo("unauthorized"));
    }

    private static void pathway(Story story, int id, String more) {
        Calls.put("pathways/" + story.program(id), """
                {"id": %d, "name": "On", "org_name": "Org", "program_uuids": ["%s"], %s}""".formatted(id, story.program(1), more))
                .statusCode(201);
    }
}
