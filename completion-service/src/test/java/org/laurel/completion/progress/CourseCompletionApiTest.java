package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** Course {seq1 {5 html}, seq2 {3 html}} of an old-style key; test_user completed one block of seq1, test_user_2 three. */
@QuarkusTest
class CourseCompletionApiTest {

    private static final String COURSE = "edX/toy/2012_Fall";
    private static final String V1 = "/api/completion/v1/course/" + COURSE + "/";
    private static final String V0 = "/api/completion/v0/course/" + COURSE + "/";
    private static final String OWN = Tokens.learner("11", "test_user");
    private static final Outline OUTLINE = Outline.of(COURSE)
            .block("course", "2012_Fall", "course-sequence1", "course-sequence2")
            .block("sequential", "course-sequence1", "h1", "h2", "h3", "h4", "h5")
            .block("sequential", "course-sequence2", "h6", "h7", "h8")
            .blocks("html", "h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8");

    @BeforeEach
    void learnersAndTheirCompletions() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(
                        probe,
                        platform.structure(OUTLINE, 1, 0),
                        platform.enrolled("13", "gone", false, 1),
                        platform.completed("11", OUTLINE.key("h1"), "1", 1),
                        platform.completed("12", OUTLINE.key("h1"), "1", 1),
                        platform.completed("12", OUTLINE.key("h6"), "1", 2),
                        platform.completed("12", OUTLINE.key("h7"), "1", 3),
                        platform.enrolled("12", "test_user_2", true, 1),
                        platform.enrolled("11", "test_user", true, 1));
            }
        }
    }

    @Test
    void givesALearnerTheOwnCompletionAsAList() {
        // When: scenarios 17 and 22
        ValidatableResponse answer = get(OWN, V1 + "?username=TEST_USER");

        // Then
        answer.statusCode(200)
                .body("count", equalTo(1), "pagination.count", equalTo(1), "num_pages", equalTo(1))
                .body("next", nullValue(), "pagination.next", nullValue(), "current_page", equalTo(1))
                .body("results", hasSize(1), "results[0]", not(hasKey("username")))
                .body("results[0].course_key", equalTo(COURSE))
                .body("results[0].completion.earned", equalTo(1f), "results[0].completion.possible", equalTo(8f))
                .body("results[0].completion.percent", equalTo(0.125f), "results[0].completion.ratio", equalTo(0.125f));
    }

    @Test
    void givesALearnerTheOwnCompletionAsAnObject() {
        // When: scenarios 18, 21 (with what was never touched too) and 22
        ValidatableResponse answer = get(OWN, V0 + "?requested_fields=sequential");

        // Then
        answer.statusCode(200)
                .body("completion.ratio", equalTo(0.125f), "$", not(hasKey("chapter")))
                .body(
                        "sequential.block_key",
                        contains(key(1), key(2)),
                        "sequential.usage_key",
                        contains(key(1), key(2)))
                .body("sequential[0].completion.percent", equalTo(0.2f))
                .body("sequential[1].completion.earned", equalTo(0f), "sequential[1].completion.possible", equalTo(3f));
    }

    @Test
    void givesStaffAllActiveEnrollmentsWithUsernames() {
        // When: scenario 29
        ValidatableResponse answer = get(Tokens.staff(), V1);

        // Then
        answer.statusCode(200)
                .body("count", equalTo(2), "results.username", contains("test_user", "test_user_2"))
                .body("results.completion.percent", contains(0.125f, 0.375f));
    }

    @Test
    void pagesThroughALargeCourse() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), V1 + "?page=2&page_size=1");

        // Then
        answer.statusCode(200)
                .body("results.username", contains("test_user_2"), "num_pages", equalTo(2))
                .body("previous", notNullValue(), "next", nullValue(), "start", equalTo(1));
        get(Tokens.staff(), V1 + "?page=last&page_size=1").body("results.username", contains("test_user_2"));
        get(Tokens.staff(), V1 + "?page_size=x").statusCode(200).body("results", hasSize(2));
        get(Tokens.staff(), V1 + "?page=3&page_size=1").statusCode(404).body("detail", equalTo("Invalid page."));
        get(Tokens.staff(), V1 + "?page=x").statusCode(404);
        get(Tokens.staff(), V1 + "?page=0").statusCode(404);
    }

    @Test
    void givesStaffOneLearnerWithoutUsernameUnlessItIsAskedFor() {
        // When: scenario 28
        ValidatableResponse answer = get(Tokens.staff(), V1 + "?username=test_user");

        // Then
        answer.statusCode(200).body("count", equalTo(1), "results[0]", not(hasKey("username")));
        get(Tokens.staff(), V1 + "?username=test_user&requested_fields=username,vertical")
                .body("results[0].username", equalTo("test_user"), "results[0].vertical", hasSize(0));
        get(Tokens.service(), V0 + "?username=test_user_2").body("completion.earned", equalTo(3f));
    }

    @Test
    void listsTheCoursesOfALearner() {
        // When
        ValidatableResponse answer = get(OWN, "/api/completion/v1/course/?username=test_user");

        // Then
        answer.statusCode(200)
                .body("count", equalTo(1), "results[0].course_key", equalTo(COURSE))
                .body("results[0].completion.percent", equalTo(0.125f));
        get(OWN, "/api/completion/v1/course/").statusCode(403);
        get(Tokens.staff(), "/api/completion/v1/course/").statusCode(200).body("count", equalTo(0));
        get(Tokens.staff(), "/api/completion/v1/course/?username=who-dat").statusCode(404);
        get(Tokens.staff(), "/api/completion/v1/course/?username=test_user_2").body("count", equalTo(1));
    }

    @Test
    void keepsOrdinaryCallersToThemselves() {
        // When: scenarios 24, 33 and 34
        ValidatableResponse answer = get(OWN, V1 + "?username=test_user_2");

        // Then
        answer.statusCode(403).body("detail", equalTo("You do not have permission to perform this action."));
        get(OWN, V1).statusCode(403);
        get(OWN, V0).statusCode(200);
        get(OWN, V0 + "?username=test_user_2").statusCode(403);
        given().get(V1).then().statusCode(401);
    }

    @Test
    void saysWhatIsNotThere() {
        // When: scenarios 26 and 32
        ValidatableResponse answer = get(Tokens.learner("13", "gone"), V1 + "?username=gone");

        // Then
        answer.statusCode(404)
                .body("detail", equalTo("User 'gone' does not have an active enrollment in course '" + COURSE + "'."));
        get(Tokens.staff(), V1 + "?username=nobody").statusCode(404).body("detail", equalTo("Not found."));
        get(OWN, "/api/completion/v1/course/nonsense/?username=test_user")
                .statusCode(404)
                .body("detail", equalTo("Invalid course key: 'nonsense'."));
        get(OWN, V1 + "?username=test_user&requested_fields=INVALID")
                .statusCode(400)
                .body("detail", equalTo("Invalid requested_fields value(s): {'INVALID'}"));
        get(OWN, V1 + "?username=test_user&requested_fields=course").statusCode(400);
        get(Tokens.staff(), "/api/completion/v1/course/course-v1:No+such+course/")
                .statusCode(200)
                .body("count", equalTo(0), "results", hasSize(0));
    }

    @Test
    void answersAtTheBaseOfOlderClientsToo() {
        // When
        ValidatableResponse answer = get(OWN, "/completion-aggregator/v0/course/" + COURSE + "/");

        // Then
        answer.statusCode(200).body("completion.earned", equalTo(1f));
        get(OWN, "/completion-aggregator/v1/course/" + COURSE + "/?username=test_user")
                .statusCode(200);
        get(OWN, "/completion-aggregator/v1/course/?username=test_user").body("count", equalTo(1));
    }

    @Test
    void followsALearnerToANewUsername() {
        // Given
        Platform platform = new Platform("course-v1:Org+rename+1");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, platform.renamed("20", "newest", 2, 20), platform.enrolled("20", "older", true, 1));
        }

        // When
        ValidatableResponse answer = get(Tokens.staff(), "/api/completion/v1/course/?username=newest");

        // Then
        answer.statusCode(200).body("count", equalTo(1));
        get(Tokens.staff(), "/api/completion/v1/course/?username=older").statusCode(404);
    }

    @Test
    void refusesATokenWhoseSubjectIsNoLearner() {
        // When
        ValidatableResponse answer = get(Tokens.learner("no learner", "test_user"), V0);

        // Then
        answer.statusCode(401);
        get(Tokens.learner("no learner", "test_user"), V1 + "?username=test_user")
                .statusCode(401);
        get(Tokens.learner("", "test_user"), V0).statusCode(401);
        get(Tokens.of("", "boss", "staff"), "/api/completion/v1/course/").statusCode(401);
    }

    private static String key(int sequence) {
        return "i4x://edX/toy/sequential/course-sequence" + sequence;
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }
}
