package org.laurel.certificates.mode;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ModesApiTest {

    private static final String AUDIT = mode("audit", 0, "null");
    private static final String VERIFIED = mode("verified", 49, "null");
    private static final String CREDIT = mode("credit", 200, "null");
    private static final String PAST = mode("honor", 0, "\"2020-01-01T00:00:00Z\"");

    @Test
    void listsAllModesAndWhatFollowsFromThem() {
        // Given
        String run = "course-v1:ModeX+All+2026";
        tell(modes(run, 1, AUDIT, VERIFIED, CREDIT, PAST));

        // When
        ValidatableResponse answer = get(run, Tokens.staff());

        // Then
        answer.statusCode(200)
                .body("modes.slug", contains("audit", "verified", "credit", "honor"))
                .body("modes.is_expired", contains(false, false, false, true))
                .body("modes.is_verified", contains(false, true, false, false))
                .body("verified_mode", equalTo("verified"), "default_mode", equalTo("audit"))
                .body("can_auto_enroll", equalTo(true), "auto_enroll_mode", equalTo("audit"))
                .body("is_white_label", equalTo(false), "is_masters_only", equalTo(false))
                .body("has_honor_mode", equalTo(true), "has_payment_options", equalTo(true))
                .body("paid_modes", contains("verified", "credit"))
                .body("currency", equalTo("usd"), "min_price", equalTo(0), "min_verified_price", equalTo(49));
    }

    @Test
    void listsOnlyWhatALearnerMayChooseOnRequest() {
        // Given
        String run = "course-v1:ModeX+Selectable+2026";
        tell(modes(run, 1, AUDIT, VERIFIED, CREDIT, PAST));

        // When
        ValidatableResponse answer = get(run + "/modes?selectable=true&currency=EUR", Tokens.service(), "");

        // Then
        answer.statusCode(200)
                .body("modes.slug", contains("audit", "verified"))
                .body("currency", equalTo("eur"), "min_verified_price", equalTo(0));
    }

    @Test
    void aRunThatNobodyToldOfIsOfferedInTheDefaultMode() {
        // Given
        String run = "course-v1:ModeX+Unknown+2026";

        // When
        ValidatableResponse answer = get(run, Tokens.staff());

        // Then
        answer.statusCode(200)
                .body("modes.slug", contains("audit"))
                .body("verified_mode", nullValue(), "has_honor_mode", equalTo(false));
    }

    @Test
    void theHighestVersionWinsAndEveryChangeIsKept() {
        // Given
        String run = "course-v1:ModeX+Versions+2026";
        tell(modes(run, 2, AUDIT, VERIFIED));

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.sendAll(List.of(modes(run, 1, AUDIT), modes(run, 4, AUDIT, CREDIT), modes(run, 3, PAST)));
        }
        awaitVersion(run, 4);

        // Then
        get(run, Tokens.staff()).body("modes.slug", contains("audit", "credit"));
        assertThat(history(run, "audit")).isEqualTo("+");
        assertThat(history(run, "verified")).isEqualTo("+-");
        assertThat(history(run, "credit")).isEqualTo("+");
        assertThat(history(run, "honor")).isEqualTo("null");
    }

    @Test
    void aListWithAModeTwiceIsParked() {
        // Given
        String run = "course-v1:ModeX+Twice+2026";
        PlatformEvent twice = modes(run, 1, VERIFIED, VERIFIED);

        // When
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(twice);
        }

        // Then
        await().until(() -> !Database.current()
                .query("select 1 from parked_event where convert_from(record_key, 'UTF8') = ?", run)
                .isEmpty());
    }

    @Test
    void refusesBadInputAndCallersWithoutARole() {
        String run = "course-v1:ModeX+Refused+2026";

        get("nonsense", Tokens.staff()).statusCode(400).body("error_code", equalTo("invalid_course_key"));
        get(run + "/modes?selectable=perhaps", Tokens.staff(), "").statusCode(400);
        get(run + "/modes?currency=%24", Tokens.staff(), "").statusCode(400);
        get(run, Tokens.support()).statusCode(403);
        get(run, Tokens.learner("mode-learner", "mode-learner")).statusCode(403);
    }

    private static String mode(String slug, int price, String expires) {
        return """
                {"slug": "%s", "name": "%s", "min_price": %d, "currency": "usd", "expiration_datetime": %s}""".formatted(slug, slug, price, expires);
    }

    private static PlatformEvent modes(String run, int version, String... modes) {
        return PlatformEvent.of(
                "org.laurel.course-modes.changed.v1", run, """
                {"course_key": "%s", "modes": [%s], "version": %d, "occurred_at": "2026-02-03T04:05:06Z"}""".formatted(run, String.join(",", modes), version));
    }

    private static void tell(PlatformEvent event) {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.send(event);
        }
        awaitVersion(event.key(), 1);
    }

    private static void awaitVersion(String run, int atLeast) {
        await().until(() -> !Database.current()
                .query("select 1 from course_mode_list where course_key = ? and version >= ?", run, atLeast)
                .isEmpty());
    }

    private static String history(String run, String slug) {
        return String.valueOf(Database.current()
                .value(
                        "select string_agg(history_operation, '' order by history_id) from course_mode_history "
                                + "where course_key = ? and slug = ?",
                        run,
                        slug));
    }

    private static ValidatableResponse get(String run, String token) {
        return get(run, token, "/modes");
    }

    private static ValidatableResponse get(String run, String token, String rest) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get("/api/certificates/v1/course-runs/" + run.replace("+", "%2B") + rest)
                .then();
    }
}
