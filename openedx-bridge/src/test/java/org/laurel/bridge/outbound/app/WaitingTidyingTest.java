package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.outbound.app.WaitingTidying;
import org.laurel.kit.test.Database;

/** What waited before the settings were changed. */
@BridgeTest
@TestProfile(SwitchedOffTest.HalfASite.class)
class WaitingTidyingTest {

    private static final String NEVER_MADE = "never-made";
    private static final String BEFORE_THE_START = "2020-02-03T04:05:06Z";
    private static final String AFTER_THE_START = "2999-02-03T04:05:06Z";

    @Inject
    WaitingTidying tidying;

    @AfterEach
    void sweep() {
        Database.current().execute("delete from outbox where record_key = 'tidy'");
    }

    @Test
    void whatIsOfAKindThatIsNotToldAnyMoreIsDeleted() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED, BEFORE_THE_START);

        // When
        tidying.apply();

        // Then
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsOfAKindThatAnotherReplicaStillTellsStays() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED, BEFORE_THE_START);
        wait(OpenEdxEvents.ENROLLMENT_CHANGED, AFTER_THE_START);

        // When
        tidying.apply();

        // Then
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void whatWaitsForItsTopicGoesOnWaiting() {
        // Given
        wait(OpenEdxEvents.CERTIFICATE_CHANGED, BEFORE_THE_START);

        // When
        tidying.apply();

        // Then
        assertThat(waiting()).isOne();
    }

    private static void wait(OpenEdxEvent<?> type, String since) {
        Database.current().execute("""
            insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value,
                                created_at)
            values (?, ?, 'tidy', ?, 'c', 'c', '{}', ?::timestamptz)
            """, UUID.randomUUID(), NEVER_MADE, type.type(), since);
    }

    private static long waiting() {
        return Database.current().number("select count(*) from outbox where record_key = 'tidy'");
    }
}
