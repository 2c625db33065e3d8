package org.laurel.kit.parked;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.headers;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.record;
import static org.laurel.sample.Sample.total;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.consume.EventBatch;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.app.Faults;

/** What operators do with parked events by REST. */
@KitTest
class ParkedEventOperationsTest {

    private static final String BASE = "/api/tally/ops/parked-events";

    @Inject
    EventBatch batch;

    @Inject
    Faults faults;

    @Test
    void showsTheRecordAsItCame() {
        // Given
        String learner = learner();
        long id = park(learner);

        // When
        ValidatableResponse answer = staff().queryParam("after", id - 1)
                .queryParam("limit", 1)
                .get(BASE)
                .then();

        // Then
        answer.statusCode(200)
                .body("results[0].id", equalTo((int) id))
                .body("results[0].code", equalTo("failed"))
                .body("results[0].detail", equalTo("IllegalStateException"))
                .body("results[0].event_type", equalTo("org.laurel.test.tally-added.v1"))
                .body("results[0].topic", equalTo("laurel.grades"))
                .body("results[0].partition", equalTo(99))
                .body("results[0].key", equalTo(learner))
                .body("results[0].headers.ce_source", equalTo("/platform"))
                .body("results[0].status", equalTo("parked"));
    }

    @Test
    void showsOneRecordAndForgetsWhatItSaidOnceItIsResolved() {
        // Given
        String learner = learner();
        long id = park(learner);

        // When
        ValidatableResponse answer = staff().get(BASE + "/" + id).then();

        // Then
        answer.statusCode(200)
                .body("id", equalTo((int) id))
                .body("code", equalTo("failed"))
                .body("key", equalTo(learner))
                .body("headers.ce_source", equalTo("/platform"));
        staff().post(BASE + "/" + id + "/discard").then().statusCode(200);
        staff().get(BASE + "/" + id).then().body("status", equalTo("discarded")).body("value", nullValue());
        staff().get(BASE + "/999999999").then().statusCode(404).body("error_code", equalTo("parked_event_not_found"));
    }

    /** Several operators who ask for the largest ones at once must not take all memory. */
    @Test
    void ofALargeValueTheBeginningIsShownAndAllOfItIsToBeHad() {
        // Given
        String learner = learner();
        byte[] value = "0123456789".repeat(130_000).getBytes(StandardCharsets.UTF_8);
        batch.handle(List.of(record(learner, new String(value, StandardCharsets.UTF_8), headers(added(learner, 1)))));
        long id = parkedId(learner);

        // When
        byte[] whole = staff().get(BASE + "/" + id + "/value")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        // Then
        assertThat(whole).isEqualTo(value);
        staff().get(BASE + "/" + id)
                .then()
                .body("value.length()", equalTo(64 * 1024))
                .body("value_bytes", equalTo(value.length));
        staff().queryParam("after", id - 1)
                .get(BASE)
                .then()
                .body("results[0].value.length()", equalTo(4 * 1024))
                .body("results[0].value_bytes", equalTo(value.length));
        staff().post(BASE + "/" + id + "/discard").then().statusCode(200);
        staff().get(BASE + "/" + id + "/value")
                .then()
                .statusCode(404)
                .body("error_code", equalTo("parked_value_not_found"));
    }

    @Test
    void pagesByCursor() {
        // Given
        long first = park(learner());
        long second = park(learner());

        // When
        ValidatableResponse answer = staff().queryParam("after", first - 1)
                .queryParam("limit", 1)
                .get(BASE)
                .then();

        // Then
        answer.body("results.size()", equalTo(1)).body("next_cursor", equalTo(String.valueOf(first)));
        staff().queryParam("after", first)
                .get(BASE)
                .then()
                .body("results[0].id", equalTo((int) second))
                .body("next_cursor", nullValue());
    }

    @Test
    void replayWorksOnceTheFaultIsMended() {
        // Given
        String learner = learner();
        long id = park(learner);
        mend(learner);

        // When
        ValidatableResponse answer = staff().post(BASE + "/" + id + "/replay").then();

        // Then
        answer.statusCode(200).body("status", equalTo("replayed"));
        assertThat(total(learner)).isEqualTo(1);
        assertThat(database().query("select status, resolved_by, value, detail from parked_event where id = ?", id))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("status", "replayed")
                        .containsEntry("resolved_by", "staff")
                        .containsEntry("value", null)
                        .containsEntry("detail", ""));
    }

    @Test
    void replayOfWhatIsStillBrokenSaysWhyAndKeepsIt() {
        // Given
        long id = park(learner());

        // When
        ValidatableResponse answer = staff().post(BASE + "/" + id + "/replay").then();

        // Then
        answer.statusCode(422).body("error_code", equalTo("failed"));
        assertThat(status(id)).isEqualTo("parked");
    }

    @Test
    void replayOfAFactUnderAUsedIdDoesNotPretendToHaveHandledIt() {
        // Given
        String learner = learner();
        PlatformEvent first = added(learner, 5);
        batch.handle(List.of(record(first), record(added(learner, 100).withId(first.id()))));
        long id = parkedId(learner);

        // When
        ValidatableResponse answer = staff().post(BASE + "/" + id + "/replay").then();

        // Then
        answer.statusCode(422).body("error_code", equalTo("id_reused"));
        assertThat(status(id)).isEqualTo("parked");
        assertThat(total(learner)).isEqualTo(5);
    }

    @Test
    void replayOfARecordThatWasHandledMeanwhileHasNoSecondEffect() {
        // Given
        String learner = learner();
        PlatformEvent event = added(learner, 1);
        plan(learner);
        batch.handle(List.of(record(event)));
        mend(learner);
        batch.handle(List.of(record(event)));

        // When
        ValidatableResponse answer =
                staff().post(BASE + "/" + parkedId(learner) + "/replay").then();

        // Then
        answer.statusCode(200);
        assertThat(total(learner)).isEqualTo(1);
    }

    @Test
    void discardDropsTheRecordForGood() {
        // Given
        String learner = learner();
        long id = park(learner);

        // When
        ValidatableResponse answer = staff().post(BASE + "/" + id + "/discard").then();

        // Then
        answer.statusCode(200).body("status", equalTo("discarded"));
        staff().post(BASE + "/" + id + "/replay").then().statusCode(404);
        staff().queryParam("status", "discarded")
                .queryParam("after", id - 1)
                .get(BASE)
                .then()
                .body("results[0].value", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay", "discard"})
    void anUnknownEventIsNotFound(String action) {
        // Given
        RequestSpecification operator = staff();

        // When
        ValidatableResponse answer =
                operator.post(BASE + "/999999999/" + action).then();

        // Then
        answer.statusCode(404).body("error_code", equalTo("parked_event_not_found"));
    }

    @Test
    void onlyOperatorsMayLookAndAct() {
        // Given
        long id = park(learner());
        String path = BASE + "/" + id + "/replay";

        // When
        ValidatableResponse anonymous = given().post(path).then();
        ValidatableResponse learner =
                given().auth().oauth2(Tokens.learner("7", "mary")).post(path).then();

        // Then
        anonymous.statusCode(401).body("error_code", equalTo("unauthorized"));
        learner.statusCode(403).body("error_code", equalTo("forbidden"));
        given().get(BASE).then().statusCode(401);
        given().auth().oauth2(Tokens.learner("7", "mary")).get(BASE).then().statusCode(403);
        assertThat(status(id)).isEqualTo("parked");
    }

    @Test
    void aStatusThatDoesNotExistIsABadRequest() {
        // Given
        RequestSpecification operator = staff().queryParam("status", "lost");

        // When
        ValidatableResponse answer = operator.get(BASE).then();

        // Then
        answer.statusCode(400).body("violations[0].field", equalTo("status"));
    }

    private long park(String learner) {
        plan(learner);
        batch.handle(List.of(record(added(learner, 1))));
        return parkedId(learner);
    }

    private void plan(String learner) {
        faults.plan(learner, Integer.MAX_VALUE, () -> {
            throw new IllegalStateException("broken");
        });
    }

    private void mend(String learner) {
        faults.plan(learner, 0, () -> {});
    }

    private static long parkedId(String learner) {
        return Long.parseLong(String.valueOf(database()
                .value("select id from parked_event where record_key = ?", learner.getBytes(StandardCharsets.UTF_8))));
    }

    private static String status(long id) {
        return String.valueOf(database().value("select status from parked_event where id = ?", id));
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff());
    }
}
