package org.laurel.kit.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.laurel.kit.outbox.OutboxTable;
import org.laurel.kit.outbox.OutboxTable.Waiting;

/** Takes personal data out of events that wait to be published. */
@Singleton
class OutboxErasure {

    private final OutboxTable table;
    private final ObjectMapper json;

    OutboxErasure(OutboxTable table, ObjectMapper json) {
        this.table = table;
        this.json = json;
    }

    int erase(PersonalWords words) {
        List<Waiting> blanked = new ArrayList<>();
        for (Waiting event : table.waiting(words.learnerId(), words.inBytes())) {
            JsonNode body = read(event.value());
            if (Blanking.of(words, body, event.key().equals(words.learnerId()))) {
                blanked.add(new Waiting(event.place(), event.key(), body.toString()));
            }
        }
        table.rewrite(blanked);
        return blanked.size();
    }

    private JsonNode read(String value) {
        try {
            return json.readTree(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the outbox holds JSON only", impossible);
        }
    }
}
