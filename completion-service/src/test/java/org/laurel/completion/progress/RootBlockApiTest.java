package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/**
 * Answers about one block: course {ch1 {s1 {v1 {a, b}}}, ch2 {s2 {v1 again, library {x, y}}}, a chapter for staff {z}, one for cohort
 * 7 {w}, one that is released far in the future {f}}. Learner r1 got x of the library and completed a, and half of x; r2 belongs to
 * the cohort, r3 is staff of the course run.
 */
@QuarkusTest
class RootBlockApiTest {

    private static final String COURSE = "course-v1:Org+roots+1";
    private static final Outline OUTLINE = Outline.of(COURSE)
            .block("course", "c", "ch1", "ch2", "forStaff", "forCohort", "future")
            .block("chapter", "ch1", "s1")
            .block("chapter", "ch2", "s2")
            .block("chapter", "forStaff", "z")
            .block("chapter", "forCohort", "w")
            .block("chapter", "future", "f")
            .block("sequential", "s1", "v1")
            .block("sequential", "s2", "v1", "library")
            .block("vertical", "v1", "a", "b")
            .block("library_content", "library", "x", "y")
            .block("discussion", "talk")
            .blocks("html", "a", "b", "x", "y", "z", "w", "f")
            .staffOnly("forStaff")
            .groups("forCohort", "7")
            .release("future", Instant.parse("2999-01-01T00:00:00Z"));
    private static final String V1 = "/api/completion/v1/course/" + COURSE + "/";
    private static final String OWN = Tokens.learner("root-block-1", "roots1");
    private static final String COURSE_STAFF = Tokens.learner("root-block-3", "roots3");

    @BeforeEach
    void learners() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(
                        probe,
                        platform.structure(OUTLINE, 1, 0),
                        platform.assigned("root-block-1", OUTLINE.key("library"), List.of(OUTLINE.key("x")), 1),
                        platform.cohort("root-block-2", 7, "Seven", false, true, 1),
                        platform.role("root-block-3", "staff", false, true, 1),
                        platform.completed("root-block-1", OUTLINE.key("a"), "1", 1),
                        platform.completed("root-block-1", OUTLINE.key("x"), "0.5", 2),
                        platform.completed("root-block-3", OUTLINE.key("z"), "1", 2),
                        platform.enrolled("root-block-3", "roots3", true, 1),
                        platform.enrolled("root-block-2", "roots2", true, 1),
                        platform.enrolled("root-block-1", "roots1", true, 1));
            }
        }
    }

    @Test
    void givesEveryoneWhatTheySeeOfTheWholeCourse() {
        // When
        ValidatableResponse answer =
                given().auth().oauth2(Tokens.staff()).get(V1).then();

        // Then
        answer.statusCode(200)
                .body("results.username", contains("roots1", "roots2", "roots3"))
                .body("results.completion.earned", contains(2.5f, 0f, 1f))
                .body("results.completion.possible", contains(5f, 7f, 9f));
    }

    @Test
    void reportsTheBlocksOwnNumbersAndListsWhatLiesBelowIt() {
        // When: scenario 14, of which the block's own numbers and every list below it are decided
        ValidatableResponse answer = root(OWN, "roots1", "ch2", "sequential,vertical,chapter");

        // Then
        answer.statusCode(200)
                .body("count", equalTo(1), "results[0].course_key", equalTo(COURSE))
                .body("results[0].completion.earned", equalTo(1.5f), "results[0].completion.possible", equalTo(3f))
                .body("results[0].completion.percent", equalTo(0.5f))
                .body("results[0].chapter.block_key", contains(OUTLINE.key("ch2")))
                .body("results[0].sequential.block_key", contains(OUTLINE.key("s2")))
                .body("results[0].vertical.block_key", contains(OUTLINE.key("v1")))
                .body("results[0].vertical[0].completion.earned", equalTo(1f));
    }

    @Test
    void countsBlocksOfTypesOfWhichNoSumsAreKept() {
        // When
        ValidatableResponse answer = root(OWN, "roots1", "library", "vertical");

        // Then
        answer.statusCode(200)
                .body("results[0].completion.earned", equalTo(0.5f), "results[0].completion.possible", equalTo(1f))
                .body("results[0].vertical", empty());
        root(OWN, "roots1", "a", "")
                .body("results[0].completion.earned", equalTo(1f), "results[0].completion.possible", equalTo(1f))
                .body("results[0]", not(hasKey("vertical")));
        rootText(OWN, V1 + "?username=roots1", "").body("results[0].completion.earned", equalTo(2.5f));
        root(OWN, "roots1", "c", "").body("results[0].completion.earned", equalTo(2.5f));
        root(Tokens.staff(), "", "library", "")
                .body("results.completion.possible", contains(1f, 2f, 2f))
                .body("results.completion.earned", contains(0.5f, 0f, 0f));
    }

    @Test
    void doesNotShowALearnerBlocksThatTheLearnerDoesNotSee() {
        // When
        ValidatableResponse answer = root(OWN, "roots1", "forStaff", "");

        // Then
        answer.statusCode(404).body("detail", equalTo("Invalid block key: '" + OUTLINE.key("forStaff") + "'."));
        root(OWN, "roots1", "forCohort", "").statusCode(404);
        root(OWN, "roots1", "future", "").statusCode(404);
        root(OWN, "roots1", "y", "").statusCode(404);
        root(COURSE_STAFF, "roots3", "forStaff", "").statusCode(200).body("results[0].completion.earned", equalTo(1f));
        root(COURSE_STAFF, "roots3", "future", "").statusCode(200).body("results[0].completion.possible", equalTo(1f));
        root(Tokens.learner("root-block-2", "roots2"), "roots2", "forCohort", "")
                .statusCode(200);
        root(Tokens.staff(), "roots1", "forStaff", "").statusCode(404);
    }

    @Test
    void takesForNothingToDoWhatSomeOfAListDoNotSee() {
        // When
        ValidatableResponse answer = root(Tokens.staff(), "", "forStaff", "chapter");

        // Then
        answer.statusCode(200)
                .body("results.completion.possible", contains(0f, 0f, 1f))
                .body("results.completion.percent", contains(1f, 1f, 1f))
                .body("results[0].chapter", empty())
                .body("results[2].chapter.block_key", contains(OUTLINE.key("forStaff")));
    }

    @Test
    void refusesWhatIsNotInTheCourseRun() {
        // When
        ValidatableResponse answer = root(Tokens.staff(), "", "nowhere", "");

        // Then
        answer.statusCode(404).body("error_code", equalTo("block_not_found"));
        rootText(Tokens.staff(), V1, "no key at all").statusCode(404);
        rootText(Tokens.staff(), V1, "block-v1:Org+other+1+type@chapter+block@ch1")
                .statusCode(404);
        rootText(Tokens.staff(), V1 + "?page=2", OUTLINE.key("ch1"))
                .statusCode(404)
                .body("detail", equalTo("Invalid page."));
        rootText(Tokens.staff(), "/api/completion/v1/course/course-v1:Org+roots+none/", OUTLINE.key("ch1"))
                .statusCode(404);
        rootText(Tokens.staff(), V1 + "?user_ids=nobody", OUTLINE.key("ch1"))
                .statusCode(200)
                .body("count", equalTo(0));
        rootText(Tokens.staff(), V1 + "?user_ids=nobody", OUTLINE.key("nowhere"))
                .statusCode(404);
    }

    @Test
    void takesAPlusThatAClientLeftAsItIs() {
        // When
        ValidatableResponse answer = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(OWN)
                .get(V1 + "?username=roots1&root_block=" + OUTLINE.key("ch1"))
                .then();

        // Then
        answer.statusCode(200).body("results[0].completion.possible", equalTo(2f));
    }

    @Test
    void takesBlocksOfAnOldStyleCourseRunWithAndWithoutTheRun() {
        // Given
        String old = "edX/roots/2012_Fall";
        Outline outline = Outline.of(old)
                .block("course", "2012_Fall", "seq1", "seq2")
                .block("sequential", "seq1", "h1", "h2", "h3", "h4", "h5")
                .block("sequential", "seq2", "h6", "h7", "h8")
                .blocks("html", "h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8");
        Platform platform = new Platform(old);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(
                    probe,
                    platform.structure(outline, 1, 0),
                    platform.completed("r9", outline.key("h1"), "1", 1),
                    platform.enrolled("r9", "roots9", true, 1));
        }
        String path = "/completion-aggregator/v1/course/" + old + "/?username=roots9&requested_fields=sequential";

        // When
        ValidatableResponse answer = rootText(Tokens.learner("r9", "roots9"), path, "i4x://edX/roots/sequential/seq1");

        // Then
        answer.statusCode(200)
                .body("results[0].completion.earned", equalTo(1f), "results[0].completion.possible", equalTo(5f))
                .body("results[0].sequential.block_key", contains("i4x://edX/roots/sequential/seq1"));
        rootText(Tokens.staff(), path, "block-v1:edX+roots+2012_Fall+type@sequential+block@seq1")
                .statusCode(200)
                .body("results[0].completion.possible", equalTo(5f));
        rootText(Tokens.staff(), path, "block-v1:edX+roots+2013_Fall+type@sequential+block@seq1")
                .statusCode(404);
    }

    @Test
    void knowsNoBlockBeforeTheStructureIsKnown() {
        // Given
        Platform platform = new Platform("course-v1:Org+roots+bare");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, platform.enrolled("root-block-1", "roots1", true, 1));
        }
        String path = "/api/completion/v1/course/" + platform.course() + "/";

        // When
        ValidatableResponse answer = rootText(Tokens.staff(), path, "block-v1:Org+roots+bare+type@chapter+block@x");

        // Then
        answer.statusCode(404);
        given().auth()
                .oauth2(Tokens.staff())
                .get(path + "?requested_fields=chapter")
                .then()
                .statusCode(200)
                .body("results[0].completion.possible", nullValue(), "results[0].chapter", empty());
    }

    private static ValidatableResponse root(String token, String username, String block, String fields) {
        return rootText(
                token,
                V1 + "?requested_fields=" + fields + (username.isEmpty() ? "" : "&username=" + username),
                OUTLINE.key(block));
    }

    private static ValidatableResponse rootText(String token, String path, String block) {
        return given().auth()
                .oauth2(token)
                .queryParam("root_block", block)
                .get(path)
                .then();
    }
}
