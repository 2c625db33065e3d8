package org.laurel.completion.block;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

@QuarkusTest
class BlockDoneApiTest {

    private static final String COURSE = "course-v1:Org+done+2026";
    private static final String OLD_COURSE = "Org/done/2025";
    private static final Outline OUTLINE = outline(COURSE);
    private static final Outline OLD = outline(OLD_COURSE);
    private static final String OWN = Tokens.learner("d1", "doer");

    /** Of what counts, full is done, half is not, and mixed is but for what nobody counts; extra is optional. */
    private static Outline outline(String course) {
        return Outline.of(course)
                .block("course", "c", "ch")
                .block("chapter", "ch", "s1", "s2", "s3", "s4")
                .block("sequential", "s1", "full", "mixed", "empty")
                .block("sequential", "s2", "half")
                .block("sequential", "s3")
                .block("sequential", "s4", "extra")
                .block("vertical", "full", "f1", "lib")
                .block("library_content", "lib", "f2")
                .block("vertical", "mixed", "f3", "talk", "secret", "aside")
                .block("discussion", "talk")
                .block("vertical", "empty")
                .block("vertical", "half", "h1", "h2")
                .block("vertical", "extra", "e1", "e2")
                .blocks("html", "f1", "f2", "f3", "h1", "h2", "secret", "aside", "e1", "e2")
                .staffOnly("secret")
                .optional("aside")
                .optional("extra");
    }

    @BeforeEach
    void complete() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            Platform old = new Platform(OLD_COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(
                        probe,
                        platform.structure(OUTLINE, 1, 0),
                        old.structure(OLD, 1, 0),
                        platform.enrolled("d1", "doer", true, 1),
                        platform.enrolled("d2", "idler", true, 1),
                        platform.completed("d1", OUTLINE.key("f1"), "1", 2),
                        platform.completed("d1", OUTLINE.key("f2"), "1", 2),
                        platform.completed("d1", OUTLINE.key("f3"), "1", 2),
                        platform.completed("d1", OUTLINE.key("h1"), "1", 2),
                        platform.completed("d1", OUTLINE.key("h2"), "0.9", 2),
                        platform.completed("d1", OUTLINE.key("e1"), "1", 2),
                        old.completed("d1", OLD.key("f1"), "1", 2),
                        old.completed("d1", OLD.key("f2"), "1", 2));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "full, 1",
        "mixed, 1",
        "empty, 1",
        "half, 0",
        "extra, 0",
        "lib, 1",
        "s1, 1",
        "s2, 0",
        "s3, 1",
        "s4, 0",
        "ch, 0",
        "f1, 1",
        "h2, 0.9",
        "e1, 1",
        "aside, 0"
    })
    void tellsWhetherTheCallerIsDoneWithABlock(String block, float expected) {
        // When
        ValidatableResponse answer = subsection(OWN, "doer", COURSE, OUTLINE.key(block));

        // Then
        answer.statusCode(200).body("completion", equalTo(expected));
    }

    @Test
    void findsOldStyleKeysEncodedOrNot() {
        // When
        ValidatableResponse encoded = subsection(OWN, "doer", OLD_COURSE, OLD.key("full"));

        // Then
        encoded.statusCode(200).body("completion", equalTo(1f));
        given().auth()
                .oauth2(OWN)
                .urlEncodingEnabled(false)
                .get("/api/completion/v1/subsection-completion/Doer/" + OLD_COURSE + "/" + OLD.key("s2"))
                .then()
                .statusCode(200)
                .body("completion", equalTo(0f));
        vertical(OWN, "doer", OLD_COURSE, OLD.key("full")).statusCode(200).body("complete", equalTo(true));
    }

    @Test
    void hidesLearnersFromOthersAndRefusesStaff() {
        // When
        ValidatableResponse other = subsection(Tokens.learner("d2", "idler"), "doer", COURSE, OUTLINE.key("full"));

        // Then
        other.statusCode(404).body("error_code", equalTo("user_not_found"));
        subsection(OWN, "nobody-at-all", COURSE, OUTLINE.key("full")).statusCode(404);
        subsection(Tokens.staff(), "doer", COURSE, OUTLINE.key("full")).statusCode(403);
        subsection(Tokens.staff(), "nobody-at-all", COURSE, OUTLINE.key("full")).statusCode(403);
        subsection(Tokens.service(), "doer", COURSE, OUTLINE.key("full")).statusCode(403);
        given().get("/api/completion/v1/subsection-completion/doer/" + COURSE + "/" + OUTLINE.key("full"))
                .then()
                .statusCode(401);
    }

    @Test
    void knowsOnlyBlocksThatTheCallerSees() {
        // When
        ValidatableResponse absent = subsection(OWN, "doer", COURSE, OUTLINE.key("absent"));

        // Then
        absent.statusCode(404).body("error_code", equalTo("block_not_found"));
        subsection(OWN, "doer", COURSE, OUTLINE.key("secret")).statusCode(404);
        subsection(OWN, "doer", COURSE, OUTLINE.key("talk")).statusCode(404);
        subsection(OWN, "doer", "course-v1:Org+done+2027", OUTLINE.key("full")).statusCode(404);
        subsection(OWN, "doer", COURSE, "nonsense").statusCode(400).body("error_code", equalTo("invalid_block_key"));
        subsection(OWN, "doer", "nonsense", OUTLINE.key("full"))
                .statusCode(400)
                .body("error_code", equalTo("invalid_course_key"));
    }

    @ParameterizedTest
    @CsvSource({"full, true", "mixed, true", "empty, true", "half, false", "extra, false"})
    void tellsWhetherALearnerIsDoneWithAVertical(String block, boolean expected) {
        // When
        ValidatableResponse answer = vertical(Tokens.staff(), "doer", COURSE, OUTLINE.key(block));

        // Then
        answer.statusCode(200)
                .body("complete", equalTo(expected), "block_key", equalTo(OUTLINE.key(block)))
                .body("course_key", equalTo(COURSE));
    }

    @Test
    void refusesWhatIsNoVertical() {
        // When
        ValidatableResponse answer = vertical(OWN, "doer", COURSE, OUTLINE.key("s1"));

        // Then
        answer.statusCode(400).body("error_code", equalTo("not_a_vertical"));
        vertical(OWN, "doer", COURSE, OUTLINE.key("f1")).statusCode(400);
        vertical(OWN, "doer", COURSE, OUTLINE.key("absent")).statusCode(404);
        vertical(OWN, "doer", COURSE, "nonsense").statusCode(400);
        vertical(OWN, "doer", "nonsense", OUTLINE.key("full")).statusCode(400);
        vertical(OWN, "idler", COURSE, OUTLINE.key("full")).statusCode(403);
        vertical(Tokens.service(), "nobody-at-all", COURSE, OUTLINE.key("full")).statusCode(404);
        given().get("/api/completion/v1/learners/doer/vertical-completion/" + COURSE + "/" + OUTLINE.key("full"))
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse subsection(String token, String username, String course, String block) {
        return get(token, "subsection-completion/" + username, course, block);
    }

    private static ValidatableResponse vertical(String token, String username, String course, String block) {
        return get(token, "learners/" + username + "/vertical-completion", course, block);
    }

    private static ValidatableResponse get(String token, String path, String course, String block) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get("/api/completion/v1/" + path + "/" + encoded(course) + "/" + encoded(block))
                .then();
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
