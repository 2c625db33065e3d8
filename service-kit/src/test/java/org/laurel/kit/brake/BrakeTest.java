package org.laurel.kit.brake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.sample.Sample.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Failures;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;

/** Brakes of subjects that nobody else uses. */
@KitTest
class BrakeTest {

    private static final Cause ADA = Cause.of("ada", "request-1").because("looked at it");

    @Inject
    Brake brake;

    private final String subject = "course:" + UUID.randomUUID();

    @AfterEach
    void release() {
        brake.release(subject, ADA);
    }

    @Test
    void staysEngagedAlthoughTheWorkThatEngagedItRollsBack() {
        // Given
        var transaction = QuarkusTransaction.requiringNew();

        // When
        Throwable thrown = catchThrowable(() -> transaction.run(() -> {
            brake.engage(subject, "too many", "500 of 1000");
            throw new BrakeEngaged(List.of(subject));
        }));

        // Then
        assertThat(Failures.isTransient(thrown)).isTrue();
        assertThat(brake.engaged(List.of("course:other", subject))).containsExactly(subject);
        assertThat(catchThrowable(() -> brake.refuseWhileEngaged(List.of(subject))))
                .isInstanceOf(BrakeEngaged.class)
                .hasMessageContaining(subject);
    }

    @Test
    void keepsItsFirstReasonUntilItIsReleasedAndThenRestsForTheGracePeriod() {
        // Given
        brake.engage(subject, "first", "");
        assertThat(brake.engage(subject, "second", "")).isTrue();
        assertThat(history()).containsExactly("first null");

        // When
        boolean released = brake.release(subject, ADA);

        // Then
        assertThat(released).isTrue();
        assertThat(brake.release(subject, ADA)).isFalse();
        assertThat(brake.mayEngage(subject)).isFalse();
        assertThat(brake.engage(subject, "third", "")).isFalse();
        assertThat(brake.isEngaged(subject)).isFalse();
        Sample.moveTheRelease(subject, "-1 day");
        assertThat(brake.engage(subject, "fourth", "")).isTrue();
        assertThat(history()).containsExactly("first null", "first ada", "first ada", "fourth null");
    }

    @Test
    void operatorsListAndReleaseIt() {
        // Given
        brake.engage(subject, "too many", "500 of 1000");
        assertThat(listed(false))
                .isNotNull()
                .containsEntry("reason", "too many")
                .containsEntry("engaged", true);

        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of("subject", subject, "reason", "fine"))
                .post("/api/tally/ops/brakes/release")
                .then();

        // Then
        answer.statusCode(200).body("engaged", equalTo(false));
        assertThat(listed(false)).isNull();
        assertThat(listed(true)).containsEntry("released_by", "staff").containsKey("stays_released_until");
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of("subject", subject))
                .post("/api/tally/ops/brakes/release")
                .then()
                .statusCode(404)
                .body("error_code", equalTo("brake_not_engaged"));
    }

    @Test
    void aRequestThatItHoldsBackIsToldSo() {
        // Given
        brake.engage(subject, "too many", "");

        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .get("/api/tally/v1/braked/" + subject)
                .then();

        // Then
        answer.statusCode(503)
                .header("Retry-After", "60")
                .body("error_code", equalTo("brake_engaged"))
                .body("detail", containsString(subject));
    }

    private @Nullable Map<String, Object> listed(boolean all) {
        return given().auth()
                .oauth2(Tokens.staff())
                .queryParam("all", all)
                .queryParam("limit", 500)
                .get("/api/tally/ops/brakes")
                .then()
                .statusCode(200)
                .extract()
                .path("results.find { it.subject == '" + subject + "' }");
    }

    private List<String> history() {
        return database()
                .query("select reason, released_by from brake_history where subject = ? order by history_id", subject)
                .stream()
                .map(row -> row.get("reason") + " " + row.get("released_by"))
                .toList();
    }
}
