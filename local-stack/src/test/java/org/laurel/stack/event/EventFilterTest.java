package org.laurel.stack.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {

    private static final String BODY = "{\"learner_id\": \"7\", \"course_key\": \"course-v1:A+B+C\"}";

    @ParameterizedTest
    @CsvSource({
        ",,,,, true",
        "7,,,,, true",
        "8,,,,, false",
        ",7,,,, true",
        ",A,,,, false",
        ",,course-v1:A+B+C,,, true",
        ",,course-v1:A+B+D,,, false",
        ",,,grade, , true",
        ",,,certificate,, false",
        ",,,,chain, true",
        ",,,,own, false",
        "7,7,course-v1:A+B+C,org.laurel.grade.changed.v1,chain, true",
        "7,7,course-v1:A+B+C,grade,other, false"
    })
    void takesWhatIsAllThatIsSaid(
            @Nullable String key,
            @Nullable String learner,
            @Nullable String course,
            @Nullable String type,
            @Nullable String correlation,
            boolean taken) {
        // Given
        EventFilter filter = new EventFilter(key, learner, course, type, correlation);
        Map<String, String> headers =
                Map.of("ce_id", "own", "ce_type", "org.laurel.grade.changed.v1", "ce_correlationid", "chain");

        // When
        boolean takes = filter.takes(event(headers, "7", BODY));

        // Then
        assertThat(takes).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"own, true", "other, false"})
    void anEventThatStartsAChainIsItsOwnCorrelation(String correlation, boolean taken) {
        // Given
        EventFilter filter = new EventFilter(null, null, null, null, correlation);

        // When
        boolean takes = filter.takes(event(Map.of("ce_id", "own"), "7", "no JSON"));

        // Then
        assertThat(takes).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"7, true", "8, false", "JSON, false"})
    void whatIsNoJsonHasItsKeyOnly(String learner, boolean taken) {
        // Given
        EventFilter filter = new EventFilter(null, learner, null, null, null);

        // When
        boolean takes = filter.takes(event(Map.of(), "7", "no JSON"));

        // Then
        assertThat(takes).isEqualTo(taken);
    }

    private static ReceivedEvent event(Map<String, String> headers, String key, String value) {
        return new ReceivedEvent("laurel.grades", 0, 0, Instant.EPOCH, headers, key, value);
    }
}
