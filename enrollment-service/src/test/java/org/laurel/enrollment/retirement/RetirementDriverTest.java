package org.laurel.enrollment.retirement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** The calls of existing drivers, step by step, with their status codes. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RetirementDriverTest {

    private final Scene scene = new Scene();

    @Test
    void aDriverBringsARetirementToItsEnd() {
        // Given
        String username = asked();
        Departing.retire(username).statusCode(400);
        Departing.state(username, "COMPLETE").statusCode(400);

        // When
        Departing.state(username, "RETIRING_LMS_MISC").statusCode(204);
        step("retire_misc/", username).statusCode(204);
        Departing.state(username, "RETIRING_LMS").statusCode(204);
        Departing.retire(username).statusCode(204);

        // Then
        Departing.retire(username).statusCode(204);
        Departing.get(Departing.ACCOUNTS + username + "/retirement_status/")
                .statusCode(200)
                .body("original_username", equalTo(""), "original_email", equalTo(""), "original_name", equalTo(""))
                .body("user.id", equalTo(scene.id("ada")), "user.username", startsWith("retired__user_"))
                .body("user.email", equalTo(""), "user.profile.name", equalTo(""));
        clean(username).statusCode(400);
        Departing.state(username, "COMPLETE").statusCode(204);
        Departing.state(username, "ERRORED").statusCode(400);
        clean(username).statusCode(204);
        Departing.retire(username).statusCode(400);
        assertThat(Database.current().value("select responses from retirement where learner_id = ?", scene.id("ada")))
                .as("what a driver says may name the learner")
                .isEmpty();
    }

    @Test
    void whatADriverGaveUpStaysSoWhenEverythingIsErased() {
        // Given
        long id = ask("ada");
        Departing.endCoolingOff(id);
        Departing.state(scene.username("ada"), "ERRORED").statusCode(204);
        Database.current().execute("""
                insert into erasure_report select ?, s, now() from unnest(array['certificates', 'programs', 'completion']) s
                """, scene.id("ada"));

        // When
        Database.current().execute("update retirement set retired_at = now() - interval '16 days' where id = ?", id);

        // Then
        await().atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> Departing.get(Departing.OURS + "/" + id).body("stage", equalTo("complete")));
        Departing.get(Departing.OURS + "/" + id).body("current_state", equalTo("ERRORED"));
    }

    @Test
    void theStatusShowsWhoAskedUntilTheLearnerIsRetired() {
        // Given
        String username = asked();

        // When
        var answer = Departing.get(Departing.ACCOUNTS + username + "/retirement_status/");

        // Then
        answer.statusCode(200)
                .body("original_username", equalTo(username))
                .body("original_email", equalTo(scene.email("ada")))
                .body("current_state.state_name", equalTo("PENDING"))
                .body("current_state.state_execution_order", equalTo(1));
        Departing.get(Departing.ACCOUNTS + username.toUpperCase(Locale.ROOT) + "/retirement_status/")
                .statusCode(404);
        given().auth()
                .oauth2(scene.token("ada"))
                .get(Departing.ACCOUNTS + username + "/retirement_status/")
                .then()
                .statusCode(403);
    }

    @Test
    void statesThatAreUnknownOrGoBackAreRefused() {
        // Given
        String username = asked();
        Departing.state(username, "RETIRING_LMS").statusCode(204);

        // When
        var back = Departing.state(username, "RETIRING_ENROLLMENTS");

        // Then
        back.statusCode(400);
        Departing.state(username, "NEVER_HEARD_OF").statusCode(400);
        Departing.state("nobody-" + username, "RETIRING_LMS").statusCode(404);
        patch("{\"username\": \"" + username + "\", \"new_state\": \"LMS_COMPLETE\"}")
                .statusCode(400);
        patch("[]").statusCode(400);
        given().auth()
                .oauth2(Tokens.service())
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(Departing.ACCOUNTS + "update_retirement_status/")
                .then()
                .statusCode(415);
    }

    @Test
    void onlyAPendingRetirementIsCancelledByItsId() {
        // Given
        long id = ask("ada");
        long begun = ask("bob");
        Departing.state(scene.username("bob"), "RETIRING_LMS").statusCode(204);

        // When
        var answer = cancel("{\"retirement_id\": " + id + "}");

        // Then
        answer.statusCode(200).body("success", equalTo(true));
        cancel("{\"retirement_id\": " + begun + "}").statusCode(400);
        cancel("{\"retirement_id\": 999999999}").statusCode(400);
        cancel("{\"retirement_id\": \"many\"}").statusCode(400);
        cancel("{}").statusCode(400);
        cancel("null").statusCode(400);
        Departing.get(Departing.ACCOUNTS + scene.username("ada") + "/retirement_status/")
                .statusCode(404);
    }

    @Test
    void theQueueHasThoseWhoHaveCooledOff() {
        // Given
        String username = asked();

        // When
        List<String> today = queue("cool_off_days=0&states=PENDING&states=ERRORED&limit=1000");

        // Then
        assertThat(today).contains(username);
        assertThat(queue("cool_off_days=7&states=PENDING")).doesNotContain(username);
        assertThat(queue("cool_off_days=0&states=COMPLETE")).doesNotContain(username);
    }

    @Test
    void aCancelledRetirementIsInNoList() {
        // Given
        long id = ask("ada");
        String today = Instant.now().toString().substring(0, 10);

        // When
        cancel("{\"retirement_id\": " + id + "}").statusCode(200);

        // Then
        for (String list : List.of(
                "retirement_queue/?cool_off_days=0&states=PENDING",
                "retirements_by_status_and_date/?state=PENDING&start_date=" + today + "&end_date=9999-01-01")) {
            assertThat(Departing.get(Departing.ACCOUNTS + list)
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getList("id", Long.class))
                    .doesNotContain(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retirement_queue/?states=PENDING",
                "retirement_queue/?cool_off_days=-1&states=PENDING",
                "retirement_queue/?cool_off_days=x&states=PENDING",
                "retirement_queue/?cool_off_days=99999999999&states=PENDING",
                "retirement_queue/?cool_off_days=1",
                "retirement_queue/?cool_off_days=1&states=NEVER_HEARD_OF",
                "retirement_queue/?cool_off_days=1&states=PENDING&limit=0",
                "retirements_by_status_and_date/?start_date=2026-01-01&end_date=2026-01-02",
                "retirements_by_status_and_date/?start_date=2026-01-01&end_date=2026-01-02&state=NEVER_HEARD_OF",
                "retirements_by_status_and_date/?start_date=2026-01-01&state=PENDING",
                "retirements_by_status_and_date/?start_date=2026-02-30&end_date=2026-03-02&state=PENDING",
                "retirements_by_status_and_date/?start_date=2026-02-02&end_date=2026-01-02&state=PENDING"
            })
    void listsNeedSensibleParameters(String path) {
        Departing.get(Departing.ACCOUNTS + path).statusCode(400);
    }

    @Test
    void retirementsAreListedByStateAndDate() {
        // Given
        String today = Instant.now().toString().substring(0, 10);
        String username = asked();

        // When
        List<String> listed = Departing.get(Departing.ACCOUNTS
                        + "retirements_by_status_and_date/?state=PENDING&start_date=" + today + "&end_date="
                        + Instant.now().plusSeconds(3600).toString().substring(0, 10))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("original_username", String.class);

        // Then
        assertThat(listed).contains(username);
    }

    @Test
    void stepsForNobodyAreRefused() {
        Departing.retire("nobody-here").statusCode(404);
        step("retire_misc/", "nobody-here").statusCode(404);
        Departing.post(Tokens.service(), Departing.ACCOUNTS + "retire/", "{}").statusCode(400);
        Departing.post(Tokens.service(), Departing.ACCOUNTS + "retire_misc/", "null")
                .statusCode(400);
        clean("nobody-here").statusCode(400);
        Departing.post(Tokens.service(), Departing.ACCOUNTS + "retirement_cleanup/", "{}")
                .statusCode(400);
        Departing.post(scene.token("ada"), Departing.ACCOUNTS + "retire/", "{}").statusCode(403);
    }

    @Test
    void enrollmentsEndBeforeTheLearnerIsRetired() {
        // Given
        scene.open("audit");
        String username = asked();
        scene.enrollAsService("ada", "").statusCode(200);

        // When
        var answer = unenroll("{\"username\": \"" + username + "\"}");

        // Then
        answer.statusCode(200).body("", contains("Test"));
        unenroll("{\"username\": \"" + username + "\"}").statusCode(204);
        unenroll("{\"username\": \"nobody-here\"}").statusCode(404);
        unenroll("{}").statusCode(404);
        assertThat(scene.row("ada")).containsEntry("is_active", false);
    }

    private static ValidatableResponse unenroll(String json) {
        return Departing.post(Tokens.service(), "/api/enrollment/v1/unenroll/", json);
    }

    private String asked() {
        ask("ada");
        return scene.username("ada");
    }

    private long ask(String name) {
        scene.register(name);
        return Departing.request(scene, name);
    }

    private static ValidatableResponse step(String path, String username) {
        return Departing.post(Tokens.service(), Departing.ACCOUNTS + path, "{\"username\": \"" + username + "\"}");
    }

    private static ValidatableResponse cancel(String json) {
        return Departing.post(Tokens.staff(), Departing.ACCOUNTS + "cancel_retirement/", json);
    }

    private static ValidatableResponse clean(String username) {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body(Map.of("usernames", List.of(username), "redacted_username", "redacted"))
                .post(Departing.ACCOUNTS + "retirement_cleanup/")
                .then();
    }

    private static ValidatableResponse patch(String json) {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body(json)
                .patch(Departing.ACCOUNTS + "update_retirement_status/")
                .then();
    }

    private static List<String> queue(String parameters) {
        return Departing.get(Departing.ACCOUNTS + "retirement_queue/?" + parameters)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("original_username", String.class);
    }
}
