package org.laurel.kit.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Gate;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;
import org.laurel.sample.tally.app.TallyKeeping;
import org.laurel.sample.tally.domain.Add;

/** The broker goes away and comes back. */
@KitTest
class BrokerOutageTest {

    private static final String OUT = "laurel.completions";

    private final Gate broker = LaurelInfrastructure.kafka();

    @Inject
    TallyKeeping keeping;

    @AfterEach
    void restore() {
        broker.restore();
    }

    @Test
    void writesGoOnTheOutboxGrowsAndAllIsPublishedLater() {
        // Given
        String learner = learner();
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades", OUT)) {
            broker.cut();

            // When
            LongStream.range(0, 50).forEach(i -> add(learner));

            // Then
            assertThat(database().value("select count(*) from outbox where record_key = ?", learner))
                    .isEqualTo("50");
            given().get("/q/health/ready").then().statusCode(200);
            given().get("/q/health/live").then().statusCode(200);
            broker.restore();
            assertThat(kafka.awaitEvents(OUT, 50, event -> learner.equals(event.key())))
                    .extracting(event -> event.body().path("version").asLong())
                    .startsWith(1L)
                    .containsSubsequence(LongStream.rangeClosed(1, 50).boxed().toList());
            database().awaitEmptyOutbox();
            kafka.send(Sample.added(learner, 1));
            Sample.awaitTotal(learner, 51);
        }
    }

    private void add(String learner) {
        keeping.apply(
                List.of(new Add(learner, UUID.randomUUID().toString(), 1, Instant.now(), Cause.of("test", "request"))));
    }
}
