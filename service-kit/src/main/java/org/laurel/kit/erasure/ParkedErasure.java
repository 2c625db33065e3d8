package org.laurel.kit.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Discards the parked events of a learner, emptied, and takes the learner out of those of others. An event that is no JSON
 * and names the learner is discarded too: it can never be handled as it is.
 */
@Singleton
class ParkedErasure {

    private final Sql sql;
    private final ObjectMapper json;

    ParkedErasure(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    record Outcome(int discarded, int blanked) {}

    private record Parked(long id, @Nullable String key, byte @Nullable [] value, String headers) {}

    Outcome erase(PersonalWords words) {
        List<Parked> discarded = new ArrayList<>();
        List<Parked> blanked = new ArrayList<>();
        for (Parked event : candidates(words)) {
            JsonNode body = body(event);
            if (body == null || isOfLearner(words, event, body)) {
                discarded.add(event);
            } else {
                blank(words, event, body, blanked);
            }
        }
        discard(discarded);
        rewrite(blanked);
        return new Outcome(discarded.size(), blanked.size());
    }

    private List<Parked> candidates(PersonalWords words) {
        String pattern = words.inBytes();
        return sql.query("""
                select id, record_key, value, headers from parked_event
                where status = 'parked'
                  and (record_key = convert_to(?, 'UTF8') or encode(record_key, 'escape') ~* ?
                       or encode(value, 'escape') ~* ? or encode(convert_to(headers::text, 'UTF8'), 'escape') ~* ?)
                order by id for update
                """, ParkedErasure::parked, words.learnerId(), pattern, pattern, pattern);
    }

    private static boolean isOfLearner(PersonalWords words, Parked event, JsonNode body) {
        String key = event.key() == null ? "" : event.key();
        return key.equals(words.learnerId()) || words.isWord(key) || Blanking.isAbout(words, body);
    }

    private void blank(PersonalWords words, Parked event, JsonNode body, List<Parked> blanked) {
        ObjectNode headers = headers(event);
        boolean bodyNames = Blanking.of(words, body, false);
        boolean headersName = Blanking.toId(words, headers);
        headersName |= Blanking.of(words, headers, false);
        if (bodyNames || headersName) {
            byte[] value = event.value() == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
            blanked.add(new Parked(event.id(), event.key(), value, headers.toString()));
        }
    }

    private void discard(List<Parked> events) {
        sql.update("""
                update parked_event set status = 'discarded', resolved_at = now(), resolved_by = 'erasure', record_key = null,
                                        value = null, headers = '{}', detail = ''
                where id = any(?)
                """, (Object) Column.longs(events, Parked::id));
    }

    private void rewrite(List<Parked> events) {
        sql.update(
                """
                update parked_event p set value = t.value, headers = t.headers::jsonb
                from unnest(?::bigint[], ?::bytea[], ?::text[]) as t (id, value, headers) where p.id = t.id
                """,
                Column.longs(events, Parked::id),
                events.stream().map(Parked::value).toArray(byte[][]::new),
                Column.texts(events, Parked::headers));
    }

    /** Null when the value is no JSON; an empty object without a value. */
    private @Nullable JsonNode body(Parked event) {
        if (event.value() == null) {
            return json.createObjectNode();
        }
        try {
            JsonNode body = json.readTree(event.value());
            return body.isObject() ? body : null;
        } catch (IOException malformed) {
            return null;
        }
    }

    private ObjectNode headers(Parked event) {
        try {
            return (ObjectNode) json.readTree(event.headers());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Parked parked(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("record_key");
        return new Parked(
                row.getLong("id"),
                key == null ? null : new String(key, StandardCharsets.UTF_8),
                row.getBytes("value"),
                Row.text(row, "headers"));
    }
}
