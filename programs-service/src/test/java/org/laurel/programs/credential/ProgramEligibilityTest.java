package org.laurel.programs.credential;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Why has this learner (not) got this program's credential? */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramEligibilityTest {

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.program-credentials");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** A program of two courses, the first of which the learner has completed. */
    private Story halfway(String word) {
        Story story = new Story("why" + word);
        story.put(1, List.of(List.of("A"), List.of("B", "C"))).statusCode(oneOf(200, 201));
        probe.send(story.certificate("A", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 1);
        return story;
    }

    private static ValidatableResponse explain(String token, Story story, String... query) {
        var request = given().auth().oauth2(token);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get(
                        "/api/programs/v1/learners/{username}/programs/{uuid}/eligibility",
                        story.username(),
                        story.program(1))
                .then();
    }

    @Test
    void tellsTheLearnerWhatIsMissing() {
        // Given
        Story story = halfway("missing");
        // When
        ValidatableResponse answer = explain(story.token(), story);
        // Then
        answer.statusCode(200)
                .body("outcome", equalTo("not_eligible"))
                .body("credential", nullValue())
                .body("facts.learner_id", equalTo(story.learnerId()))
                .body("facts.program_title", equalTo("Program whymissing"))
                .body("facts.program_status", equalTo("active"))
                .body("facts.credentials_enabled", equalTo(true))
                .body("facts.program_excluded", equalTo(false))
                .body("facts.configuration_active", equalTo(true))
                .body("facts.visible", equalTo(false))
                .body("facts.courses[0].runs[0].course_run_key", equalTo(story.course("A")))
                .body("facts.courses[0].runs[0].status", equalTo("awarded"))
                .body("facts.courses[0].runs[0].basis", equalTo("certificate"))
                .body("facts.courses[1].runs.status", contains(nullValue(), nullValue()))
                .body(
                        "trace.rule",
                        contains(
                                "staff_decision",
                                "program_awards",
                                "has_courses",
                                "course_satisfied",
                                "course_satisfied",
                                "credentials_enabled",
                                "program_certifies",
                                "certificate_configured"))
                .body("trace.verdict", contains("pass", "pass", "pass", "pass", "fail", "pass", "pass", "pass"))
                .body("would_change.rule", contains("course_satisfied"));
    }

    @Test
    void tellsSinceWhenAGrantedCredentialShows() {
        // Given
        Story story = halfway("granted");
        probe.send(story.certificate("C", 1, "downloadable", 20));
        story.awaitCredentials("awarded", 3);
        // When
        ValidatableResponse answer = explain(Tokens.service(), story);
        // Then
        answer.statusCode(200)
                .body("outcome", equalTo("granted"))
                .body("credential.uuid", notNullValue())
                .body("credential.status", equalTo("awarded"))
                .body("facts.available_at", equalTo("2026-02-03T04:20:00Z"))
                .body("facts.visible", equalTo(true))
                .body("would_change", empty());
    }

    @Test
    void tellsWhatAnAwardWaitsFor() {
        // Given
        Story story = halfway("waits");
        try {
            Site.exceptPrograms(story.program(1));
            probe.send(story.certificate("B", 1, "downloadable", 20));
            story.awaitCredentials("awarded", 2);
            // When
            ValidatableResponse answer = explain(Tokens.staff(), story);
            // Then
            answer.statusCode(200)
                    .body("outcome", equalTo("pending"))
                    .body("facts.awaiting", equalTo("program_excluded"))
                    .body("facts.available_at", equalTo("2026-02-03T04:20:00Z"))
                    .body("facts.visible", equalTo(false))
                    .body("would_change.rule", contains("program_certifies"));
        } finally {
            Site.putBack();
        }
    }

    @Test
    void tellsStaffWhoDecidedAndTheLearnerOnlyThatStaffDid() {
        // Given
        Story story = halfway("whodecided");
        Decisions.program(story, 1, ", \"status\": \"revoked\", \"reason\": \"Cheated\"")
                .statusCode(201);
        // When
        ValidatableResponse staff = explain(Tokens.staff(), story);
        ValidatableResponse learner = explain(story.token(), story);
        // Then
        staff.body("outcome", equalTo("not_eligible"))
                .body("facts.decision.status", equalTo("revoked"))
                .body("facts.decision.decided_by", equalTo("staff"))
                .body("facts.decision.reason", equalTo("Cheated"))
                .body("would_change.rule", hasItem("staff_decision"));
        learner.body("facts.decision.status", equalTo("revoked"))
                .body("facts.decision.decided_by", nullValue())
                .body("facts.decision.reason", nullValue());
    }

    @Test
    void tellsWhatAFurtherCertificateWouldChange() {
        // Given
        Story story = halfway("whatif");
        // When
        ValidatableResponse answer = explain(story.token(), story, "assume", story.course("C"));
        // Then
        answer.statusCode(200)
                .body("outcome", equalTo("granted"))
                .body("credential", nullValue())
                .body("facts.courses[1].runs[1].assumed", equalTo(true))
                .body("would_change", empty());
        explain(story.token(), story).body("outcome", equalTo("not_eligible"));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody-here, 00000000-0000-4000-8000-00000000dead, '', 404, learner_not_found",
        "user-whyasked, 00000000-0000-4000-8000-00000000dead, '', 404, program_not_found",
        "user-whyasked, garbage, '', 400, invalid_uuid",
        "user-whyasked, 00000000-0000-4000-8000-00000000dead, x, 400, invalid_assume",
    })
    void answersProblems(String username, String uuid, String assume, int status, String code) {
        // Given
        halfway("asked");
        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .queryParam("assume", assume.isEmpty() ? List.of() : List.of(assume))
                .get("/api/programs/v1/learners/{username}/programs/{uuid}/eligibility", username, uuid)
                .then();
        // Then
        answer.statusCode(status).body("error_code", equalTo(code));
    }

    @Test
    void assumesNoMoreThanAHundredRuns() {
        // Given
        Story story = halfway("many");
        List<String> runs = IntStream.range(0, 101).mapToObj(i -> "O/C/" + i).toList();
        // When
        var answer = given().auth()
                .oauth2(story.token())
                .queryParam("assume", runs)
                .get(
                        "/api/programs/v1/learners/{username}/programs/{uuid}/eligibility",
                        story.username(),
                        story.program(1))
                .then();
        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_assume"));
    }

    /** The replica still gives the username to the learner who had it before. */
    @Test
    void tellsNothingOfTheFormerOwnerOfAUsername() {
        // Given
        Story story = halfway("former");
        // When
        ValidatableResponse answer = explain(Tokens.learner("id-successor-why", story.username()), story);
        // Then
        answer.statusCode(200)
                .body("facts.learner_id", equalTo("id-successor-why"))
                .body("facts.courses[0].runs[0].status", nullValue());
    }

    @Test
    void keepsLearnersFromTheFactsOfOthers() {
        // Given
        Story story = halfway("private");
        // When
        ValidatableResponse answer = explain(new Story("curious").token(), story);
        // Then
        answer.statusCode(403).body("error_code", equalTo("forbidden"));
    }
}
