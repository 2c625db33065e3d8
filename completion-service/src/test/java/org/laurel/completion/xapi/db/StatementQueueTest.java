package org.laurel.completion.xapi.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.xapi.app.TopicForwarding;
import org.laurel.completion.xapi.db.StatementQueue.Turn;
import org.laurel.kit.test.Database;

/** One process at a time delivers, whichever way statements go. Nothing is delivered here by itself: statements are off. */
@QuarkusTest
class StatementQueueTest {

    @Inject
    StatementQueue queue;

    @Inject
    TopicForwarding forwarding;

    @AfterEach
    void empty() {
        Database.current().execute("delete from xapi_statement");
    }

    @Test
    void hasOneSenderUntilItsTurnEnds() {
        try (Turn second = queue.open()) {
            try (Turn first = queue.open()) {
                // Given
                assertThat(first.lead()).isTrue();

                // When
                boolean leads = second.lead();

                // Then
                assertThat(leads).isFalse();
            }
            assertThat(second.lead()).isTrue();
        }
    }

    @Test
    void isLeftAloneByTheWayToTheTopicWhileSomebodySends() {
        // Given
        Database.current().execute("""
                insert into xapi_statement (statement_id, statement) select ?::uuid, ?::jsonb
                """, UUID.randomUUID().toString(), """
                {"id": "00000000-0000-0000-0000-000000000005", "timestamp": "2025-01-01T00:00:00Z", "actor": {"account": {"name": "%s"}}, "verb": {}, "object": {}}
                """.formatted(UUID.randomUUID()));
        try (Turn turn = queue.open()) {
            assertThat(turn.lead()).isTrue();

            // When
            int moved = forwarding.apply(10);

            // Then
            assertThat(moved).isZero();
            assertThat(turn.oldest(10)).hasSize(1);
        }
    }
}
