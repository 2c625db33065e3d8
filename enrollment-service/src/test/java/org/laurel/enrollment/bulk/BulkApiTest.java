package org.laurel.enrollment.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.allowed.AllowedScene;
import org.laurel.enrollment.role.RoleScene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** Enrolling and unenrolling many learners by one request. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class BulkApiTest {

    private final Scene scene = new Scene();
    private final BulkScene bulk = new BulkScene(scene);
    private final AllowedScene allowed = new AllowedScene(scene);
    private final StatementCount statements;

    @Inject
    BulkApiTest(StatementCount statements) {
        this.statements = statements;
    }

    @Test
    void enrollsWhomItKnowsAllowsWhoHasNoAccountAndRefusesTheRestAlone() {
        // Given
        scene.putCourse("{\"invitation_only\": true, \"max_enrollments\": 0}").statusCode(201);
        scene.register("ada");
        scene.register("bob");
        allowed.account("eve", scene.email("eve"), false).statusCode(201);

        // When
        var answer = bulk.ask(
                Tokens.staff(),
                "enroll",
                ", \"auto_enroll\": true, \"reason\": \"by phone\", \"role\": \"Support\"",
                scene.username("ada"),
                scene.email("BOB"),
                scene.email("new"),
                scene.email("eve"),
                "nobody-at-all",
                scene.username("ada"));

        // Then
        answer.statusCode(200)
                .body(
                        "action", equalTo("enroll"),
                        "auto_enroll", equalTo(true),
                        "results.outcome",
                                contains(
                                        "enrolled",
                                        "enrolled",
                                        "allowed",
                                        "allowed",
                                        "invalid_identifier",
                                        "unchanged"),
                        "results.error", contains(false, false, false, false, true, false),
                        "results.invalidIdentifier", contains(false, false, false, false, true, false),
                        "results[0].before.state", equalTo("unenrolled"),
                        "results[0].after.mode", equalTo("audit"),
                        "results[2].state_transition", equalTo("from unenrolled to allowed to enroll"),
                        "results[5].state_transition", equalTo("from enrolled to enrolled"));
        assertThat(scene.row("ada")).containsEntry("is_active", true).containsEntry("change_reason", "by phone");
        allowed.list("new").body("[0].auto_enroll", equalTo(true));
        assertThat(bulk.audit())
                .hasSize(5)
                .first()
                .satisfies(line -> assertThat(line)
                        .containsEntry("learner_id", scene.id("ada"))
                        .containsEntry("enrolled_by", "staff")
                        .containsEntry("enrolled_email", scene.email("ada"))
                        .containsEntry("reason", "by phone")
                        .containsEntry("role", "Support"));
    }

    @Test
    void unenrollsAndTakesPermissionsBack() {
        // Given
        scene.open("audit", "verified");
        scene.register("ada");
        scene.register("bob");
        bulk.ask(Tokens.staff(), "enroll", ", \"mode\": \"verified\"", scene.username("ada"), scene.email("new"))
                .statusCode(200);

        // When
        var answer = bulk.ask(
                Tokens.staff(),
                "unenroll",
                "",
                scene.username("ada"),
                scene.username("bob"),
                scene.email("new"),
                scene.email("never"));

        // Then
        answer.statusCode(200)
                .body(
                        "results.outcome", contains("unenrolled", "unchanged", "unenrolled", "unchanged"),
                        "results[0].before.mode", equalTo("verified"),
                        "results.state_transition",
                                contains(
                                        "from enrolled to unenrolled",
                                        "from unenrolled to unenrolled",
                                        "from allowed to enroll to unenrolled",
                                        "from unenrolled to unenrolled"));
        assertThat(scene.row("ada")).containsEntry("is_active", false).containsEntry("mode", "verified");
        assertThat(scene.row("bob")).isEmpty();
        allowed.list("new").body("", hasSize(0));
    }

    @Test
    void bringsBackInTheDefaultModeAndChangesTheModeOnlyWhenAsked() {
        // Given
        scene.open("audit", "verified");
        scene.register("ada");
        bulk.ask(Tokens.staff(), "enroll", ", \"mode\": \"verified\"", scene.username("ada"));
        bulk.ask(Tokens.staff(), "enroll", "", scene.username("ada")).body("results[0].outcome", equalTo("unchanged"));
        bulk.ask(Tokens.staff(), "unenroll", "", scene.username("ada"));

        // When
        var answer = bulk.ask(Tokens.staff(), "enroll", "", scene.username("ada"));

        // Then
        answer.body("results[0].outcome", equalTo("enrolled"), "results[0].after.mode", equalTo("audit"));
        bulk.ask(Tokens.staff(), "enroll", ", \"mode\": \"honor\"", scene.username("ada"))
                .statusCode(200)
                .body("results[0].outcome", equalTo("mode_not_offered"));
    }

    @Test
    void tellsThatAnInactiveAccountIsEnrolledAndAllowsNothing() {
        // Given
        scene.open();
        scene.register("eve");
        scene.enrollAsService("eve", "").statusCode(200);
        allowed.account("eve", scene.email("eve"), false).statusCode(200);

        // When
        var answer = bulk.ask(Tokens.staff(), "enroll", ", \"auto_enroll\": true", scene.username("eve"));

        // Then
        answer.statusCode(200)
                .body(
                        "results[0].outcome", equalTo("unchanged"),
                        "results[0].before.state", equalTo("enrolled"),
                        "results[0].after.state", equalTo("enrolled"),
                        "results[0].state_transition", equalTo("from enrolled to enrolled"));
        assertThat(allowed.rows()).isEmpty();
    }

    @Test
    void goesOnWithTheAuditWhenAnAllowedLearnerComes() {
        // Given
        scene.open();
        bulk.ask(Tokens.staff(), "enroll", ", \"auto_enroll\": true, \"reason\": \"guest\"", scene.email("ada"));

        // When
        scene.register("ada");

        // Then
        assertThat(bulk.audit())
                .extracting(line -> line.get("state_transition") + "|" + line.get("reason"))
                .containsExactly(
                        "from unenrolled to allowed to enroll|guest", "from allowed to enroll to enrolled|guest");
    }

    @Test
    void takesTextsThatInstructorsPaste() {
        // Given
        scene.open();
        scene.register("ada");

        // When
        var answer = BulkScene.post(
                Tokens.service(),
                "{\"action\": \"enroll\", \"courses\": \"%s,course-v1:No+Such+Run\", \"identifiers\": \"%s\\n%s\"}"
                        .formatted(scene.course(), scene.username("ada"), scene.email("new")));

        // Then
        answer.statusCode(200)
                .body("results.outcome", contains("enrolled", "allowed", "course_unknown", "course_unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"courses\": [\"course-v1:A+B+C\"], \"identifiers\": [\"a\"]}",
                "{\"action\": \"remove\", \"courses\": [\"course-v1:A+B+C\"], \"identifiers\": [\"a\"]}",
                "{\"action\": \"enroll\", \"identifiers\": [\"a\"]}",
                "{\"action\": \"enroll\", \"courses\": [\"course-v1:A+B+C\"], \"identifiers\": []}",
                "{\"action\": \"enroll\", \"courses\": [\"course-v1:A+B+C\"], \"identifiers\": [null]}",
                "{\"action\": \"enroll\", \"courses\": [\"course-v1:A+B+C\"], \"identifiers\": [\"a\\u0000\"]}",
                "{\"action\": \"enroll\", \"courses\": [\"course-v1:A+B+C\"], \"identifiers\": [\"a\"], \"role\": \"\\u0000\"}",
                "{\"action\": \"enroll\", \"courses\": 7, \"identifiers\": [\"a\"]}"
            })
    void refusesWhatItCannotRead(String json) {
        // Given the JSON above
        // When
        var answer = BulkScene.post(Tokens.staff(), json);

        // Then
        answer.statusCode(400);
    }

    @Test
    void refusesACourseKeyThatIsNoneAlone() {
        // Given
        String json = "{\"action\": \"enroll\", \"courses\": [\"no-key\"], \"identifiers\": [\"ada\"]}";

        // When
        var answer = BulkScene.post(Tokens.staff(), json);

        // Then
        answer.statusCode(200).body("results[0].outcome", equalTo("invalid_course_key"));
    }

    @Test
    void isForCourseStaffOfAllCourseRunsInModesForAll() {
        // Given
        scene.open("audit", "verified");
        scene.register("ada");
        scene.register("teacher");
        new RoleScene(scene).give(Tokens.staff(), "teacher", "instructor").statusCode(201);

        // When
        var answer = bulk.ask(scene.token("teacher"), "enroll", "", scene.username("ada"));

        // Then
        answer.statusCode(200).body("results[0].outcome", equalTo("enrolled"));
        bulk.ask(scene.token("teacher"), "enroll", ", \"mode\": \"verified\"", scene.username("ada"))
                .statusCode(403);
        bulk.ask(scene.token("ada"), "unenroll", "", scene.username("ada")).statusCode(403);
        BulkScene.post(
                        scene.token("teacher"),
                        "{\"action\": \"enroll\", \"courses\": [\"%s\", \"course-v1:No+Such+Run\"], \"identifiers\": [\"a\"]}"
                                .formatted(scene.course()))
                .statusCode(403);
        given().contentType("application/json").post(BulkScene.PATH).then().statusCode(401);
        Scene.get(scene.token("teacher"), "/enrollment?user=" + scene.username("ada"))
                .statusCode(200)
                .body("", hasSize(1));
        Scene.get(scene.token("bob"), "/enrollment?user=" + scene.username("ada"))
                .body("", hasSize(0));
    }

    @Test
    void needsTheSameNumberOfStatementsForAnyNumberOfLearners() {
        // Given
        scene.open();
        IntStream.range(0, 30).forEach(i -> scene.register("l" + i));
        String[] all =
                IntStream.range(1, 30).mapToObj(i -> scene.username("l" + i)).toArray(String[]::new);
        // Who changes something for the first time is noted, by a statement more.
        bulk.ask(Tokens.staff(), "enroll", "", "nobody-at-all").statusCode(200);

        // When
        long many = statements.during(() -> bulk.ask(Tokens.staff(), "enroll", "", all));

        // Then
        long one = statements.during(() -> bulk.ask(Tokens.staff(), "enroll", "", scene.username("l0")));
        assertThat(many).isEqualTo(one).isLessThanOrEqualTo(18);
    }

    @Test
    void showsTheAuditToStaff() {
        // Given
        scene.open();
        scene.register("ada");
        bulk.ask(Tokens.staff(), "enroll", "", scene.username("ada"), scene.email("new"));

        // When
        var answer = Scene.get(Tokens.staff(), "/manual-enrollments?limit=1&course_id=" + scene.course());

        // Then
        answer.statusCode(200).body("results", hasSize(1), "next_cursor", notNullValue());
        Scene.get(Tokens.service(), "/manual-enrollments?email=" + scene.email("ada"))
                .body("results.state_transition", contains("from unenrolled to enrolled"));
        Scene.get(Tokens.service(), "/manual-enrollments?learner_id=" + scene.id("ada"))
                .body("results", hasSize(1));
        Scene.get(scene.token("ada"), "/manual-enrollments").statusCode(403);
        Scene.get(Tokens.staff(), "/manual-enrollments?course_id=no-key").statusCode(400);
    }
}
