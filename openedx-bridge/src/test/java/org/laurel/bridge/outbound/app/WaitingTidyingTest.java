package org.laurel.bridge.outbound.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.outbound.db.ToldKindNotes;
import org.laurel.bridge.outbound.db.WaitingEvents;
import org.laurel.bridge.outbound.db.WaitingPrograms;
import org.laurel.kit.test.Database;

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

    @Inject
    ToldKindNoting noting;

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
        tidying = new WaitingTidying(notes, events, programs);
    }

    @Test
    void whatIsOfAKindThatIsNotToldAnyMoreIsDeletedAfterAnHour() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED, "61 minutes");
        look(6);
        assertThat(waiting()).isOne();

        // When
        look(1);

        // Then
        assertThat(waiting()).isZero();
    }

    @Test
    void whatCameWithinTheHourStays() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED, "59 minutes");

        // When
        look(7);

        // Then
        assertThat(waiting()).isOne();
    }

    @Test
    void whatAnotherReplicaTellsStays() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED, "61 minutes");
        told("59 minutes");

        // When
        look(7);

        // Then
        assertThat(waiting()).isOne();
    }

    @Test
    void aReplicaThatTellsAgainBeginsTheHourAnew() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED, "61 minutes");
        look(6);
        told("0 minutes");
        look(1);
        Database.current().execute("delete from told_kind");

        // When
        look(6);

        // Then
        assertThat(waiting()).isOne();
    }

    @Test
    void whatReplicasToldBeforeAllWereSwitchedIsDeleted() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED, "61 minutes");
        told("61 minutes");

        // When
        look(7);

        // Then
        assertThat(waiting()).isZero();
    }

    @Test
    void whatWaitsForItsTopicGoesOnWaiting() {
        // Given
        wait(OpenEdxEvents.CERTIFICATE_CHANGED, "61 minutes");
        noting.apply();

        // When
        look(7);

        // Then
        assertThat(waiting()).isOne();
    }

    private void look(int times) {
        IntStream.range(0, times).forEach(look -> tidying.apply());
    }

    /** A replica with enrollments told of them so long ago. */
    private static void told(String ago) {
        Database.current()
                .execute("insert into told_kind (kind, seen_at) values ('ENROLLMENT', now() - ?::interval)", ago);
    }

    private static void wait(OpenEdxEvent<?> type, String since) {
        Database.current().execute("""
            insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value, created_at)
            values (?, ?, 'tidy', ?, 'c', 'c', '{}', now() - ?::interval)
            """, UUID.randomUUID(), NEVER_MADE, type.type(), since);
    }

    private static long waiting() {
        return Database.current().number("select count(*) from outbox where record_key = 'tidy'");
    }
}
