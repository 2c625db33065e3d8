package org.laurel.kit.consume;

import static org.awaitility.Awaitility.await;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.awaitTotal;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Gate;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.sample.KitTest;

/** The broker is away just when a record has been handled, and no other record follows on its partition. */
@KitTest
class HandledOffsetsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Gate broker = LaurelInfrastructure.kafka();

    @Inject
    ConsumerReports reports;

    @AfterEach
    void restore() {
        broker.restore();
    }

    @Test
    void theBrokerHearsOfWhatWasHandledWhileItWasAway() throws SQLException {
        // Given
        String learner = learner();
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades");
                Connection other = database().connect();
                Statement lock = other.createStatement()) {
            kafka.send(added(learner, 1));
            awaitTotal(learner, 1);
            other.setAutoCommit(false);
            lock.execute("select key from key_lock where key = '" + learner + "' for update");
            kafka.send(added(learner, 1));
            await().atMost(PATIENCE).until(HandledOffsetsTest::aBatchWaitsForALock);

            // When
            broker.cut();
            other.rollback();
            awaitTotal(learner, 2);
            await().atMost(PATIENCE).until(() -> reports.report().lag() == null);
            broker.restore();

            // Then
            await().atMost(PATIENCE).until(() -> Objects.equals(reports.report().lag(), 0L));
        }
    }

    private static boolean aBatchWaitsForALock() {
        return database()
                        .number("select count(*) from pg_stat_activity where datname = current_database() "
                                + "and wait_event_type = 'Lock' and query like '%key_lock%'")
                > 0;
    }
}
