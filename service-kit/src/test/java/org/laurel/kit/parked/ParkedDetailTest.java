package org.laurel.kit.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.headers;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.record;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.consume.EventBatch;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.app.Faults;

/** Personal data in the wrong place does not get into the reason why a record is parked. */
@KitTest
class ParkedDetailTest {

    private static final String EMAIL = "ada@example.org";

    @Inject
    EventBatch batch;

    @Inject
    Faults faults;

    @Inject
    Sql sql;

    private final String learner = learner();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"amount\": 1|\"amount\": \"ada@example.org\"|amount has the wrong type or form",
                "\"amount\": 1|\"amount\": {\"ada@example.org\": 1}|amount has the wrong type or form",
                "\"amount\": 1|\"amount\": ada@example.org|the value is not JSON at line 1, column ",
                "\"amount\": 1|\"amount\": -1, \"email\": \"ada@example.org\"|the body breaks a rule of its contract",
                "\"occurred_at\": \"2|\"occurred_at\": \"ada@example.org|occurred_at has the wrong type or form"
            })
    void tellsThePlaceAndTheKindOfProblemOnly(String member, String spoilt, String detail) {
        // Given
        PlatformEvent event = added(learner, 1);
        String json = event.json().replace(member, spoilt);

        // When
        batch.handle(List.of(record(learner, json, headers(event))));

        // Then
        assertThat(details())
                .singleElement()
                .asString()
                .startsWith(detail)
                .doesNotContain(EMAIL)
                .doesNotContain("org.laurel");
    }

    @Test
    void tellsNoKeys() {
        // Given
        PlatformEvent event = added(EMAIL, 1);

        // When
        batch.handle(List.of(record(learner, event.json(), headers(event))));

        // Then
        assertThat(details()).containsExactly("the record key is not the one that the body belongs to");
    }

    @Test
    void tellsStateAndConstraintOfARefusalByTheDatabase() {
        // Given
        faults.plan(
                learner,
                Integer.MAX_VALUE,
                () -> sql.update("insert into tally_fact select ?, '' from generate_series(1, 2)", EMAIL));

        // When
        batch.handle(List.of(record(added(learner, 1))));

        // Then
        assertThat(details()).containsExactly("SQLState 23505, constraint tally_fact_pk");
    }

    private List<String> details() {
        return database()
                .query("select detail from parked_event where record_key = ?", learner.getBytes(StandardCharsets.UTF_8))
                .stream()
                .map(row -> String.valueOf(row.get("detail")))
                .toList();
    }
}
