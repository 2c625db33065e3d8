package org.laurel.events.xapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.EventBody;
import org.laurel.events.internal.Require;

/**
 * An xAPI statement tells of a learner's progress, in the form in which a learning record store takes it. It knows the learner by
 * an anonymised name only, and so does the record's key.
 *
 * @param actor the learner's anonymised name, a uuid; the same in all of the learner's statements
 * @param statement the whole statement in xAPI 1.0.3; its {@code id} is the same whenever the same change is told
 * @param occurredAt business time of the change, the statement's {@code timestamp}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StatementMade(
        @JsonProperty("actor") String actor,
        @JsonProperty("statement") Map<String, @Nullable Object> statement,
        @JsonProperty("occurred_at") Instant occurredAt)
        implements EventBody {

    private static final List<String> OBJECTS = List.of("actor", "verb", "object");

    /** Checks the members; an {@link IllegalArgumentException} names the one that is outside the contract. */
    public StatementMade {
        Require.uuid("actor", actor);
        Require.present("statement", statement);
        if (!(statement.get("id") instanceof String id)) {
            throw new IllegalArgumentException("statement.id is required");
        }
        Require.uuid("statement.id", id);
        for (String member : OBJECTS) {
            if (!(statement.get(member) instanceof Map)) {
                throw new IllegalArgumentException("statement." + member + " is required");
            }
        }
        statement = Collections.unmodifiableMap(new LinkedHashMap<>(statement));
        Require.time("occurred_at", occurredAt);
    }

    @Override
    public String key() {
        return actor;
    }
}
