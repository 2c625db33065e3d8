package org.laurel.completion.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.ReceivedEvent;

/** After a restored backup, learners whom it does not know are told of under versions that nobody has seen. */
@QuarkusTest
class FirstRevisionTest {

    private static final String TOPIC = "laurel.completions";
    private static final String COURSE = "course-v1:Org+restored+1";

    @AfterEach
    void beginAtNothingAgain() {
        Database.current().execute("update first_revision set revision = 0");
    }

    @Test
    void isWhereTheVersionsOfNewLearnersBegin() {
        // Given
        Outline outline = Outline.small(COURSE);
        Platform platform = new Platform(COURSE);
        Database.current().execute("update first_revision set revision = revision + 1000000");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            // When
            Arrival.send(
                    probe,
                    platform.completed("restored-1", outline.key("a"), "1", 1),
                    platform.structure(outline, 1, 2),
                    platform.completed("restored-2", outline.key("a"), "1", 3));

            // Then
            List<ReceivedEvent> sums = probe.awaitEvents(TOPIC, 2, FirstRevisionTest::isSum);
            assertThat(sums)
                    .extracting(sum -> sum.body().path("version").asLong())
                    .containsOnly(1_000_001L);
        }
    }

    private static boolean isSum(ReceivedEvent event) {
        return event.type().equals("org.laurel.completion.progressed.v1")
                && event.body().path("type").asText().equals("course")
                && event.body().path("course_key").asText().equals(COURSE);
    }
}
