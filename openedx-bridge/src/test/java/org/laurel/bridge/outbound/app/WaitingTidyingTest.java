package org.laurel.bridge.outbound.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.outbound.db.ToldKindNotes;
import org.laurel.bridge.outbound.db.WaitingEvents;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.bridge.schema.app.SchemaRefusals;
import org.laurel.bridge.topic.app.TopicChoice;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.SettableClock;

/** What waited before the settings were changed. */
@BridgeTest
@TestProfile(WaitingTidyingTest.NoEnrollments.class)
class WaitingTidyingTest {

    private static final String NEVER_MADE = "never-made";

    /** Enrollments are not told, and certificates to a topic that nobody makes. */
    public static class NoEnrollments implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("laurel.openedx.enrollment-topic", "", "laurel.openedx.certificate-topic", NEVER_MADE);
        }
    }

    private final SettableClock clock = new SettableClock();

    @Inject
    TopicChoice topics;

    @Inject
    SchemaRefusals refusals;

    @Inject
    ToldKindNotes notes;

    @Inject
    WaitingEvents events;

    @Inject
    WaitingPrograms programs;

    private WaitingTidying tidying;

    @BeforeEach
    void start() {
        Database.current().execute("delete from told_kind");
        Database.current().execute("delete from outbox where record_key = 'tidy'");
        ToldKinds kinds = new ToldKinds(topics, refusals, new SimpleMeterRegistry());
        tidying = new WaitingTidying(kinds, notes, events, programs, clock);
    }

    @Test
    void whatIsOfAKindThatIsNotToldAnyMoreIsDeletedAfterAnHour() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED);
        clock.advance(Duration.ofMinutes(60));

        // When
        tidying.apply();

        // Then
        assertThat(waiting()).isZero();
    }

    @Test
    void nothingIsDeletedInTheFirstHour() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED);
        clock.advance(Duration.ofMinutes(59));

        // When
        tidying.apply();

        // Then
        assertThat(waiting()).isOne();
    }

    @Test
    void whatAnotherReplicaTellsStays() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED);
        told("59 minutes");
        clock.advance(Duration.ofMinutes(60));

        // When
        tidying.apply();

        // Then
        assertThat(waiting()).isOne();
    }

    @Test
    void whatReplicasToldBeforeAllWereSwitchedIsDeleted() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED);
        told("61 minutes");
        clock.advance(Duration.ofMinutes(60));

        // When
        tidying.apply();

        // Then
        assertThat(waiting()).isZero();
    }

    @Test
    void whatWaitsForItsTopicGoesOnWaiting() {
        // Given
        wait(OpenEdxEvents.CERTIFICATE_CHANGED);
        clock.advance(Duration.ofMinutes(60));

        // When
        tidying.apply();

        // Then
        assertThat(waiting()).isOne();
        assertThat(Database.current().number("select count(*) from told_kind where kind = 'CERTIFICATE'"))
                .isOne();
    }

    /** A replica with enrollments told of them so long ago. */
    private static void told(String ago) {
        Database.current()
                .execute("insert into told_kind (kind, seen_at) values ('ENROLLMENT', now() - ?::interval)", ago);
    }

    private static void wait(OpenEdxEvent<?> type) {
        Database.current().execute("""
            insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
            values (?, ?, 'tidy', ?, 'c', 'c', '{}')
            """, UUID.randomUUID(), NEVER_MADE, type.type());
    }

    private static long waiting() {
        return Database.current().number("select count(*) from outbox where record_key = 'tidy'");
    }
}
