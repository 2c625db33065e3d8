package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.outbound.app.WaitingTidying;
import org.laurel.kit.test.Database;

/** What waited before the settings were changed. */
@BridgeTest
@TestProfile(SwitchedOffTest.HalfASite.class)
class WaitingTidyingTest {

    private static final String NEVER_MADE = "never-made";

    @Inject
    WaitingTidying tidying;

    @AfterEach
    void sweep() {
        Database.current().execute("delete from outbox where record_key = 'tidy'");
    }

    @Test
    void whatIsOfAKindThatIsNotToldAnyMoreIsDeleted() {
        // Given
        wait(OpenEdxEvents.ENROLLMENT_CREATED.type());

        // When
        tidying.apply();

        // Then
        assertThat(waiting("topic")).isNull();
    }

    @Test
    void whatWaitsForItsTopicGoesOnWaiting() {
        // Given
        wait(OpenEdxEvents.CERTIFICATE_CHANGED.type());

        // When
        tidying.apply();

        // Then
        assertThat(waiting("topic")).isEqualTo(NEVER_MADE);
    }

    private static void wait(String type) {
        Database.current().execute("""
            insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
            values (?, ?, 'tidy', ?, 'c', 'c', '{}')
            """, UUID.randomUUID(), NEVER_MADE, type);
    }

    private static @Nullable String waiting(String column) {
        return Database.current().value("select max(" + column + "::text) from outbox where record_key = 'tidy'");
    }
}
