package org.laurel.bridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;

/** The topic was misspelt, and what waited for it meets what is newer under the right name. */
@BridgeTest
@TestProfile(WaitingMoveTest.Renamed.class)
class WaitingMoveTest {

    private static final String RIGHT = "learning-certificates-right";
    private static final String PLACED = "test.waiting.placed";

    @Inject
    Placed placed;

    /** Nobody makes the topic, so that what waits goes on waiting and can be looked at. */
    public static class Renamed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("laurel.openedx.certificate-topic", RIGHT, PLACED, "true");
        }
    }

    /** What lay in the outbox before the start, and how it lay there just before the relay began. */
    @Singleton
    public static class Placed {

        private static final int BEFORE_ALL = 0;
        private static final int BEFORE_THE_RELAY = 2_400;

        private final Sql sql;
        private final boolean isWanted;
        private volatile List<String> topics = List.of();

        Placed(Sql sql, @ConfigProperty(name = PLACED, defaultValue = "false") boolean isWanted) {
            this.sql = sql;
            this.isWanted = isWanted;
        }

        void place(@Observes @Priority(BEFORE_ALL) StartupEvent event) {
            if (isWanted) {
                insert(OpenEdxEvents.CERTIFICATE_CREATED, "learning-certificates-rihgt");
                insert(OpenEdxEvents.CERTIFICATE_REVOKED, RIGHT);
            }
        }

        void look(@Observes @Priority(BEFORE_THE_RELAY) StartupEvent event) {
            topics = sql.query(
                    "select topic from outbox where record_key = 'move' order by place", row -> Row.text(row, "topic"));
        }

        List<String> topics() {
            return topics;
        }

        private void insert(OpenEdxEvent<?> type, String topic) {
            sql.update("""
                insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
                values (?, ?, 'move', ?, 'c', 'c', '{}')
                """, UUID.randomUUID(), topic, type.type());
        }
    }

    @AfterEach
    void sweep() {
        Database.current().execute("delete from outbox where record_key = 'move'");
    }

    @Test
    void whatWaitedGoesToTheOtherTopicBeforeAnythingNewerIsSent() {
        // When
        List<String> topics = placed.topics();

        // Then
        assertThat(topics).containsExactly(RIGHT, RIGHT);
    }
}
