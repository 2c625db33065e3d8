package org.laurel.programs.record.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How many files of records are made at a time. */
class FilePlacesTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int WAITING = 4;

    @Test
    void fourWaitForAPlaceAndOthersAreTurnedAway() throws Exception {
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            // Given
            FilePlaces places = new FilePlaces(1);
            assertThat(places.enter(LONG)).isTrue();
            List<Future<Boolean>> waiting = new ArrayList<>();

            // When
            for (int i = 0; i < WAITING; i++) {
                assertThat(places.isFull()).isFalse();
                waiting.add(requests.submit(() -> places.enter(LONG)));
            }

            // Then
            await().atMost(LONG).until(places::isFull);
            assertThat(places.enter(LONG)).isFalse();
            for (int i = 0; i < WAITING; i++) {
                places.leave();
            }
            for (Future<Boolean> request : waiting) {
                assertThat(request.get()).isTrue();
            }
            assertThat(places.isFull()).isFalse();
        }
    }
}
