package org.laurel.kit.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.laurel.kit.outbox.OutboxTable;
import org.laurel.kit.outbox.OutboxTable.Waiting;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Takes personal data out of events that wait to be published. */
@Singleton
class OutboxErasure {

    private static final String CANDIDATES = Leaving.WORDS
            + ", found as ("
            + Leaving.mayName("outbox", "place", "encode(convert_to(r.value, 'UTF8'), 'escape')", "true")
            + """
             union select place, record_key from outbox where record_key = any(?))
            select o.place, o.record_key, o.value, f.learners
            from outbox o join (select place, array_agg(learner_id order by learner_id) as learners
                                from found group by place) f using (place)
            order by o.place for update of o
            """;

    private final OutboxTable table;
    private final Sql sql;
    private final ObjectMapper json;

    OutboxErasure(OutboxTable table, Sql sql, ObjectMapper json) {
        this.table = table;
        this.sql = sql;
        this.json = json;
    }

    private record Candidate(Waiting event, List<String> learners) {}

    int erase(Leaving leaving) {
        List<Waiting> blanked = new ArrayList<>();
        for (Candidate candidate : candidates(leaving)) {
            Waiting event = candidate.event();
            JsonNode body = read(event.value());
            boolean changed = false;
            for (String learner : candidate.learners()) {
                changed |= Blanking.of(leaving.words(learner), body, event.key().equals(learner));
            }
            if (changed) {
                blanked.add(new Waiting(event.place(), event.key(), body.toString()));
            }
        }
        table.rewrite(blanked);
        return blanked.size();
    }

    private List<Candidate> candidates(Leaving leaving) {
        return sql.query(
                CANDIDATES,
                row -> new Candidate(
                        new Waiting(row.getLong("place"), Row.text(row, "record_key"), Row.text(row, "value")),
                        Row.texts(row, "learners")),
                leaving.pieceLearners(),
                leaving.pieceTexts(),
                leaving.ids());
    }

    private JsonNode read(String value) {
        try {
            return json.readTree(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the outbox holds JSON only", impossible);
        }
    }
}
