package org.laurel.kit.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.record;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.consume.EventBatch;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.app.Faults;

/** The way that facts about a learner went, as operators see it. */
@KitTest
class FlowTest {

    private static final String FLOW = "/api/tally/ops/flow";

    @Inject
    EventBatch batch;

    @Inject
    Faults faults;

    private final String learner = learner();

    @Test
    void tellsWhatCameInWhatWasDecidedAndWhatWentOut() {
        // Given
        PlatformEvent event = added(learner, 5).withSequence(7);
        batch.handle(List.of(record(event)));

        // When
        ValidatableResponse answer =
                staff().queryParam("learner", learner).get(FLOW).then();

        // Then
        answer.statusCode(200)
                .body("results.kind", equalTo(List.of("fact", "decision", "event")))
                .body("results.service", equalTo(List.of("kit-test", "kit-test", "kit-test")))
                .body("results.correlation_id", equalTo(List.of(event.id(), event.id(), event.id())))
                .body("results[0].type", equalTo("org.laurel.test.tally-added.v1"))
                .body("results[0].event_id", equalTo(event.id()))
                .body("results[0].causation_id", equalTo(null))
                .body("results[0].version", equalTo(7))
                .body("results[0].summary", equalTo("from /platform"))
                .body("results[1].type", equalTo("tally"))
                .body("results[1].summary", equalTo("total 5"))
                .body("results[1].causation_id", equalTo(event.id()))
                .body("results[1].version", equalTo(1))
                .body("results[2].summary", equalTo("published"))
                .body("results[2].causation_id", equalTo(event.id()));
    }

    @Test
    void keepsTheCorrelationOfAChainThatBeganElsewhere() {
        // Given
        PlatformEvent event = added(learner, 1)
                .withHeaders(Map.of("ce_correlationid", "chain-" + learner, "ce_causationid", "link-" + learner));
        batch.handle(List.of(record(event)));

        // When
        ValidatableResponse answer =
                staff().queryParam("learner", learner).get(FLOW).then();

        // Then
        String chain = "chain-" + learner;
        answer.body("results.correlation_id", equalTo(List.of(chain, chain, chain)))
                .body("results.causation_id", equalTo(List.of("link-" + learner, event.id(), event.id())));
    }

    @Test
    void aRepeatAndWhatRolledBackAreNoSteps() {
        // Given
        PlatformEvent event = added(learner, 1);
        batch.handle(List.of(record(event)));
        batch.handle(List.of(record(event)));
        faults.plan(learner, Integer.MAX_VALUE, () -> {
            throw new IllegalStateException("broken");
        });
        batch.handle(List.of(record(added(learner, 2))));

        // When
        ValidatableResponse answer =
                staff().queryParam("learner", learner).get(FLOW).then();

        // Then
        answer.body("results.kind", equalTo(List.of("fact", "decision", "event", "fact")))
                .body("results[3].summary", equalTo("parked: failed"));
    }

    @Test
    void pagesTellEveryStepOnce() {
        // Given
        batch.handle(List.of(record(added(learner, 1)), record(added(learner, 2)), record(added(learner, 3))));
        List<Object> all = staff().queryParam("learner", learner).get(FLOW).path("results");

        // When
        List<Object> paged = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification page = staff().queryParam("learner", learner).queryParam("limit", 2);
            var answer = (cursor == null ? page : page.queryParam("after", cursor)).get(FLOW);
            paged.addAll(answer.<List<Object>>path("results"));
            cursor = answer.path("next_cursor");
        } while (cursor != null);

        // Then
        assertThat(all).hasSize(7);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void nothingIsKnownOfAStranger() {
        // Given
        RequestSpecification operator = staff().queryParam("learner", learner);

        // When
        ValidatableResponse answer = operator.get(FLOW).then();

        // Then
        answer.statusCode(200).body("results", empty()).body("next_cursor", equalTo(null));
    }

    @Test
    void idsOfOthersThatTheDatabaseCannotHoldDoNotStopAnEvent() {
        // Given
        PlatformEvent event = added(learner, 1).withHeaders(Map.of("ce_causationid", "a\0b" + "c".repeat(300)));

        // When
        batch.handle(List.of(record(event)));

        // Then
        assertThat(database().value("select causation_id from flow_entry where received and record_key = ?", learner))
                .startsWith("a\uFFFDb")
                .hasSize(255);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 5, subject_missing",
        "learner, a b, invalid_learner_id",
        "course, nonsense, invalid_course_key",
        "learner=1&from, yesterday, invalid_time",
        "learner=1&until, +999999999-01-01T00:00:00Z, invalid_time",
        "learner=1&after, nonsense, invalid_cursor",
        "learner=1&after, +999999999-01-01T00:00:00Z_1, invalid_cursor"
    })
    void whatDoesNotParseIsABadRequest(String name, String value, String code) {
        // Given
        RequestSpecification operator = staff();
        String[] names = name.split("[=&]");
        if (names.length == 3) {
            operator.queryParam(names[0], names[1]);
        }
        operator.queryParam(names[names.length - 1], value);

        // When
        ValidatableResponse answer = operator.get(FLOW).then();

        // Then
        answer.statusCode(400).body("error_code", equalTo(code));
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff());
    }
}
