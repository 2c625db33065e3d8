package org.laurel.completion.xapi.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.laurel.completion.xapi.db.StatementTable;
import org.laurel.completion.xapi.domain.QueuedStatement;
import org.laurel.completion.xapi.domain.StatementReleased;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.outbox.Outbox;

/**
 * Moves statements that wait to the outbox, the oldest first: each leaves the one if and only if it is in the other. One process
 * at a time does, so that the statements of a learner stay in order without locks of their own.
 */
@ApplicationScoped
public class TopicForwarding {

    private final StatementTable table;
    private final Outbox outbox;
    private final ObjectMapper json;

    TopicForwarding(StatementTable table, Outbox outbox, ObjectMapper json) {
        this.table = table;
        this.outbox = outbox;
        this.json = json;
    }

    /** Moves at most as many as given and returns how many; 0 also when another process is at it. */
    @Transactional
    public int apply(int limit) {
        List<QueuedStatement> taken = table.take(limit);
        outbox.append(taken.stream().map(this::fact).toList());
        return taken.size();
    }

    private StatementReleased fact(QueuedStatement taken) {
        JsonNode statement = read(taken.json());
        return new StatementReleased(
                UUID.fromString(statement.at("/actor/account/name").asText()),
                taken.json(),
                Instant.parse(statement.path("timestamp").asText()),
                Cause.of("xapi", statement.path("id").asText()));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the queue holds JSON only", impossible);
        }
    }
}
