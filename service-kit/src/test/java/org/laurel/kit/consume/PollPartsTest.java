package org.laurel.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.kit.event.RawRecord;

class PollPartsTest {

    @Test
    void aPollOfOrdinaryRecordsIsOnePart() {
        // When
        List<List<Long>> parts = drain(PollParts.of(records(1_000, 1_000)));

        // Then
        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst()).hasSize(1_000);
    }

    @Test
    void largeValuesAreHandledAFewAtATimeInTheirOrder() {
        // When
        List<List<Long>> parts = drain(PollParts.of(records(5, (int) PollParts.LARGEST / 2)));

        // Then
        assertThat(parts).containsExactly(List.of(0L, 1L), List.of(2L, 3L), List.of(4L));
    }

    @Test
    void oneThatIsLargerThanAPartIsAPartOfItsOwn() {
        // When
        List<List<Long>> parts = drain(PollParts.of(records(2, (int) PollParts.LARGEST + 1)));

        // Then
        assertThat(parts).containsExactly(List.of(0L), List.of(1L));
    }

    @Test
    void whatKeepsFailingIsHalvedDownToSingleRecordsAndTheRestStaysWhole() {
        // Given
        PollParts poll = PollParts.of(records(8, 1));
        List<Integer> tried = new ArrayList<>();

        // When
        for (int failure = 0; failure < 7; failure++) {
            tried.add(poll.first().size());
            poll.failed();
        }

        // Then
        assertThat(tried).containsExactly(8, 8, 8, 4, 2, 1, 1);
        assertThat(drain(poll)).containsExactly(List.of(0L), List.of(1L), List.of(2L, 3L), List.of(4L, 5L, 6L, 7L));
    }

    @Test
    void everyPartKnowsTheSizeOfThePoll() {
        // Given
        PollParts poll = PollParts.of(records(5, (int) PollParts.LARGEST / 2));

        // When
        poll.handled();

        // Then
        assertThat(poll.tally().size()).isEqualTo(5);
    }

    @Test
    void anEmptyPollHasNoParts() {
        // When
        PollParts poll = PollParts.of(List.of());

        // Then
        assertThat(poll.isEmpty()).isTrue();
    }

    private static List<List<Long>> drain(PollParts poll) {
        List<List<Long>> parts = new ArrayList<>();
        while (!poll.isEmpty()) {
            parts.add(poll.first().stream().map(RawRecord::offset).toList());
            poll.handled();
        }
        return parts;
    }

    /** Records that share one value. */
    private static List<RawRecord> records(int count, int bytes) {
        byte[] value = new byte[bytes];
        return IntStream.range(0, count)
                .mapToObj(offset -> new RawRecord("laurel.grades", 0, offset, Instant.EPOCH, null, value, Map.of()))
                .toList();
    }
}
