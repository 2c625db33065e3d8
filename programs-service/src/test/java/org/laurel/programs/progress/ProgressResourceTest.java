package org.laurel.programs.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.Story.at;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.EnrollmentFacts;
import org.laurel.programs.PlatformNews;
import org.laurel.programs.Story;

/** Everything that the meter says of a learner, by REST. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgressResourceTest {

    private static final String PATH = "/api/programs/v1/learners/{username}/progress";
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    @Test
    void tellsEverythingOfALearner() {
        // Given
        Story story = new Story("meter");
        EnrollmentFacts facts = new EnrollmentFacts(story);
        story.put(1, List.of(List.of("A"), List.of("B"), List.of("C"))).statusCode(201);
        story.put(2, List.of(List.of("X"))).statusCode(201);
        PlatformNews.tell(
                facts.courseRun("B", "end_with_date", FAR, null, 1),
                facts.enrolled("A", "verified", 1),
                facts.enrolled("B", "verified", 2),
                facts.enrolled("C", "audit", 3),
                story.certificate("A", 1, "downloadable", 10),
                story.certificate("B", 1, "downloadable", "verified", 20, FAR),
                story.certificate("X", 1, "downloadable", 30));

        // When
        ValidatableResponse answer =
                given().auth().oauth2(story.token()).get(PATH, story.username()).then();

        // Then
        answer.statusCode(200)
                .body("engaged.uuid", contains(story.program(1)))
                .body("engaged[0].title", equalTo("Program meter"))
                .body("engaged[0].type", equalTo("MicroMasters"))
                .body(
                        "engaged[0].detail_url",
                        endsWith("/api/dashboard/v1/programs/" + story.program(1) + "/progress_details/"))
                .body("inverted.size()", equalTo(3))
                .body("inverted", hasEntry(story.course("A"), List.of(story.program(1))))
                .body("course_runs.completed.course_run_id", contains(story.course("A"), story.course("X")))
                .body("course_runs.completed.type", contains("verified", "verified"))
                .body("course_runs.failed.course_run_id", contains(story.course("B")))
                .body("failed_course_runs", contains(story.course("B")))
                .body("completed", equalTo(Map.of(story.program(2), at(30).toString())))
                .body("programs.uuid", contains(story.program(1)))
                .body("programs[0].completed", equalTo(1))
                .body("programs[0].in_progress", equalTo(1))
                .body("programs[0].not_started", equalTo(1))
                .body("programs[0].all_unenrolled", equalTo(false));
    }

    /** Scenario 32, by REST: the program is complete, but one of its certificates does not show yet. */
    @Test
    void tellsADateToComeOfACompletedProgram() {
        // Given
        Story story = new Story("to-come");
        story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(201);
        PlatformNews.tell(
                new EnrollmentFacts(story).courseRun("B", "end_with_date", FAR, null, 1),
                story.certificate("A", 1, "downloadable", 10),
                story.certificate("B", 1, "downloadable", "verified", 20, FAR));

        // When
        ValidatableResponse answer = progress(Tokens.service(), story, "uuid", story.program(1));

        // Then
        answer.statusCode(200)
                .body("completed", equalTo(Map.of(story.program(1), FAR.toString())))
                .body("programs[0].completed", equalTo(1))
                .body("programs[0].not_started", equalTo(1))
                .body("programs[0].all_unenrolled", equalTo(true))
                .body("engaged", empty());
    }

    @Test
    void listsCoursesWithWhatTheLearnerIsEntitledTo() {
        // Given
        Story story = new Story("lists");
        EnrollmentFacts facts = new EnrollmentFacts(story);
        String course = UUID.nameUUIDFromBytes(new byte[] {7}).toString();
        story.put(1, withUuid(story, course)).statusCode(201);
        PlatformNews.tell(
                facts.modes("A", 1, List.of("audit:0", "verified:49")),
                facts.courseRun("A", "end", null, null, 1),
                facts.enrolled("B", "verified", 1),
                story.certificate("B", 1, "notpassing", 5),
                facts.entitlement(course, "verified", null, null, 1, 2));

        // When
        ValidatableResponse answer = progress(Tokens.staff(), story, "count_only", "false");

        // Then
        answer.statusCode(200)
                .body("inverted", hasKey(course))
                .body("programs[0].completed", empty())
                .body("programs[0].in_progress.uuid", contains(course))
                .body("programs[0].in_progress[0].course_runs.key", contains(story.course("A")))
                .body("programs[0].in_progress[0].user_entitlement.mode", equalTo("verified"))
                .body("programs[0].in_progress[0].user_entitlement.course_uuid", equalTo(course))
                .body("programs[0].in_progress[0].user_entitlement.course_key", nullValue())
                .body(
                        "programs[0].in_progress[0].enroll_url",
                        endsWith("/api/enrollment/v1/entitlements?active=true&course_uuid=" + course))
                .body("programs[0].not_started[0].title", equalTo("Course"))
                .body("programs[0].not_started[0].expired", equalTo(true))
                .body("programs[0].not_started[0]", not(hasKey("enroll_url")));
    }

    @Test
    void tellsForWhichRunAnEntitlementIsUsed() {
        // Given
        Story story = new Story("used");
        EnrollmentFacts facts = new EnrollmentFacts(story);
        String course = UUID.nameUUIDFromBytes(new byte[] {10}).toString();
        String another = UUID.nameUUIDFromBytes(new byte[] {11}).toString();
        story.put(1, withUuid(story, course).replace("\"key\": \"used\"", "\"uuid\": \"" + another + "\""))
                .statusCode(201);
        PlatformNews.tell(facts.enrolled("A", "verified", 1), facts.entitlement(course, "verified", "A", null, 1, 2));

        // When
        ValidatableResponse answer = progress(story.token(), story, "count_only", "false");

        // Then
        answer.statusCode(200)
                .body("programs[0].in_progress.user_entitlement.course_key", contains(story.course("A")))
                .body("programs[0].in_progress[0].course_runs.key", contains(story.course("A")))
                .body("programs[0].not_started.uuid", contains(another));
    }

    @Test
    void tellsOfNoOtherCompletedProgramsThanThoseThatAreNamed() {
        // Given
        Story story = new Story("named-completed");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        story.put(2, List.of(List.of("A"))).statusCode(201);
        PlatformNews.tell(story.certificate("A", 1, "downloadable", 10));

        // When
        ValidatableResponse answer = progress(story.token(), story, "uuid", story.program(2));

        // Then
        answer.statusCode(200).body("completed", equalTo(Map.of(story.program(2), at(10).toString())));
        progress(story.token(), story).body("completed.size()", equalTo(2));
    }

    @Test
    void leavesOutProgramsByEntitlementOnlyWhenAsked() {
        // Given
        Story story = new Story("entitled-only");
        String course = UUID.nameUUIDFromBytes(new byte[] {8}).toString();
        story.put(1, withUuid(story, course)).statusCode(201);
        PlatformNews.tell(new EnrollmentFacts(story).entitlement(course, "verified", null, null, 1, 2));

        // When
        ValidatableResponse with = progress(story.token(), story);

        // Then
        with.statusCode(200).body("engaged.uuid", contains(story.program(1)));
        progress(story.token(), story, "mobile_only", "true")
                .body(
                        "engaged.detail_url",
                        contains("edxapp://enrolled_program_info?path_id=programs/" + story.program(1)
                                + "/details_fragment/"));
        progress(story.token(), story, "include_course_entitlements", "false")
                .statusCode(200)
                .body("engaged", empty())
                .body("programs", empty())
                .body("inverted", anEmptyMap());
    }

    @Test
    void tellsOfTheProgramsThatAreNamedInTheirOrder() {
        // Given
        Story story = new Story("named");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        story.put(2, List.of(List.of("B"), List.of("C"))).statusCode(201);
        story.put(3, story.document(3, List.of(List.of("D"))).replace("\"active\"", "\"unpublished\""))
                .statusCode(201);

        // When
        ValidatableResponse answer = progress(
                story.token(),
                story,
                "uuid",
                story.program(2),
                "uuid",
                story.program(3),
                "uuid",
                story.program(1),
                "uuid",
                story.program(9));

        // Then
        answer.statusCode(200)
                .body("programs.uuid", contains(story.program(2), story.program(1)))
                .body("programs.not_started", contains(2, 1))
                .body("engaged", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "uuid, garbage, invalid_uuid",
        "count_only, maybe, invalid_count_only",
        "include_course_entitlements, 2, invalid_include_course_entitlements",
        "mobile_only, x, invalid_mobile_only",
    })
    void refusesParametersThatDoNotParse(String parameter, String value, String code) {
        // When
        ValidatableResponse answer = progress(Tokens.staff(), new Story("bad"), parameter, value);

        // Then
        answer.statusCode(400).body("error_code", equalTo(code));
    }

    @Test
    void refusesMoreThanFiftyPrograms() {
        // Given
        Story story = new Story("too-many");
        String[] uuids = Stream.iterate(0, number -> number + 1)
                .limit(51)
                .flatMap(number -> Stream.of("uuid", story.program(number)))
                .toArray(String[]::new);

        // When
        ValidatableResponse answer = progress(story.token(), story, uuids);

        // Then
        answer.statusCode(400).body("error_code", equalTo("too_many_programs"));
    }

    @Test
    void isForTheLearnerStaffAndServices() {
        // Given
        Story story = new Story("nobody-knows");

        // When
        ValidatableResponse own = progress(story.token(), story);

        // Then
        own.statusCode(200).body("programs", empty()).body("completed", anEmptyMap());
        progress(Tokens.learner("x", "x"), story).statusCode(403).body("error_code", equalTo("forbidden"));
        progress(Tokens.support(), story).statusCode(403).body("error_code", equalTo("forbidden"));
        progress(Tokens.staff(), story).statusCode(404).body("error_code", equalTo("learner_not_found"));
        progress(Tokens.service(), story).statusCode(404).body("error_code", equalTo("learner_not_found"));
        given().get(PATH, story.username()).then().statusCode(401).body("error_code", equalTo("unauthorized"));
    }

    @Test
    void refusesAUsernameThatCannotBeStored() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.staff())
                .urlEncodingEnabled(false)
                .get("/api/programs/v1/learners/a%00b/progress")
                .then();

        // Then
        answer.statusCode(400).body("error_code", equalTo("unstorable_text"));
    }

    private static ValidatableResponse progress(String token, Story story, String... query) {
        RequestSpecification request = given().auth().oauth2(token);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get(PATH, story.username()).then();
    }

    /** A program of two courses, of which the first has a uuid. */
    private static String withUuid(Story story, String course) {
        return story.document(1, List.of(List.of("A"), List.of("B")))
                .replaceFirst("\"key\": \"" + story.word() + "\"", "\"uuid\": \"" + course + "\"");
    }
}
