package org.laurel.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;

class CountingTest {
    private final Attempt attempt = SmallScript.of(RunId.next()).attempts().getFirst();
    private final Journal journal = new Journal();
    private final Tally tally = new Tally();

    @Test
    void anEventThatIsDeliveredAgainCountsOnce() {
        // Given
        SeenEvent awarded = awarded("id-1");

        // When
        see(awarded, awarded);

        // Then
        assertThat(journal.count(
                        EventCatalogue.COURSE_CERT_AWARDED,
                        attempt.learner(),
                        attempt.course().key()))
                .isEqualTo(1);
        assertThat(journal.doubled()).isEmpty();
        assertThat(tally.count(EventCatalogue.COURSE_CERT_AWARDED)).isEqualTo(1);
        assertThat(tally.redelivered()).isEqualTo(1);
        assertThat(tally.doubled()).isZero();
    }

    @Test
    void aFactUnderASecondIdIsFound() {
        // Given
        SeenEvent first = awarded("id-1");
        SeenEvent second = awarded("id-2");

        // When
        see(first, second);

        // Then
        assertThat(journal.doubled()).hasSize(1);
        assertThat(tally.doubled()).isEqualTo(1);
    }

    @Test
    void theNewestVersionOfAPercentageCounts() {
        // Given
        SeenEvent newer = progress("id-2", 2, attempt.percent());
        SeenEvent older = progress("id-1", 1, 0.25);

        // When
        see(newer, older);

        // Then
        assertThat(tally.current(List.of(attempt))).isEqualTo(1);
    }

    private void see(SeenEvent... events) {
        for (SeenEvent event : events) {
            journal.accept(event);
            tally.accept(event);
        }
    }

    private SeenEvent awarded(String id) {
        return event(EventCatalogue.COURSE_CERT_AWARDED, id, "\"version\": 1");
    }

    private SeenEvent progress(String id, int version, double percent) {
        return event(
                EventCatalogue.COMPLETION_PROGRESSED,
                id,
                String.format(Locale.ROOT, "\"type\": \"course\", \"version\": %d, \"percent\": %f", version, percent));
    }

    private SeenEvent event(EventType<?> type, String id, String members) {
        String body = "{\"course_key\": \"" + attempt.course().key() + "\", " + members + "}";
        return new SeenEvent(
                type.topic().topicName(), type.name(), id, attempt.learner().id(), Instant.EPOCH, Json.read(body));
    }
}
