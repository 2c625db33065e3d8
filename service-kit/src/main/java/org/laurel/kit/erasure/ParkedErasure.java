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
import org.laurel.events.Topic;
import org.laurel.kit.event.ValueLimits;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Discards the parked events of a learner, emptied, and takes the learner out of those of others. An event that is no JSON
 * and names the learner is discarded too: it can never be handled as it is, or, when it is binary or too large to be read,
 * nobody here can take the learner out of it.
 */
@Singleton
class ParkedErasure {

    /** Key, value and headers: a line break is the border of a word, as the beginning and the end are. */
    private static final String TEXT = "concat_ws(e'\\n', encode(r.record_key, 'escape'), encode(r.value, 'escape'), "
            + "encode(convert_to(r.headers::text, 'UTF8'), 'escape'))";

    /** Framed binary values begin with a zero byte. They are few, and their texts have no borders to be cut at. */
    private static final String BINARY = """
             union select r.id, gone.learner_id from parked_event r cross join gone
            where r.status = 'parked' and substring(r.value from 1 for 1) = '\\x00'::bytea
            """;

    private static final String CANDIDATES = Leaving.WORDS
            + ", gone as (select * from unnest(?::text[], ?::text[]) as g (learner_id, pattern))"
            + ", may as (" + Leaving.mayName("parked_event", "id", TEXT, "r.status = 'parked'") + BINARY + ")"
            + """
            , found as (select r.id, gone.learner_id, r.record_key = convert_to(gone.learner_id, 'UTF8')
                               or %s ~* gone.pattern as named
                        from may join gone using (learner_id) join parked_event r using (id))
            select p.id, p.record_key, p.headers, f.learners, f.named, p.value is not null as has_value,
                   case when octet_length(p.value) <= case when p.topic = ? then ?::int else ?::int end then p.value end
                       as value
            from parked_event p join (select id, array_agg(learner_id order by learner_id) as learners,
                                             bool_or(named) as named
                                      from found group by id) f using (id)
            where p.status = 'parked' order by p.id for update of p
            """.formatted(TEXT);

    private final Sql sql;
    private final ObjectMapper json;
    private final ValueLimits limits;

    ParkedErasure(Sql sql, ObjectMapper json, ValueLimits limits) {
        this.sql = sql;
        this.json = json;
        this.limits = limits;
    }

    record Outcome(int discarded, int blanked) {}

    /**
     * @param value null without one, and when it is too large to be read: such values may be many, and each takes more memory than
     *     an event ever should
     */
    private record Parked(long id, @Nullable String key, boolean hasValue, byte @Nullable [] value, String headers) {}

    /**
     * @param learners whom it may name
     * @param named whether it names one of them for sure, by the patterns for bytes
     */
    private record Candidate(Parked event, List<String> learners, boolean named) {}

    Outcome erase(Leaving leaving) {
        List<Parked> discarded = new ArrayList<>();
        List<Parked> blanked = new ArrayList<>();
        for (Candidate candidate : candidates(leaving)) {
            JsonNode body = body(candidate.event());
            List<PersonalWords> learners =
                    candidate.learners().stream().map(leaving::words).toList();
            if (body == null ? candidate.named() : isOfOne(learners, candidate.event(), body)) {
                discarded.add(candidate.event());
            } else if (body != null) {
                blank(learners, candidate.event(), body, blanked);
            }
        }
        discard(discarded);
        rewrite(blanked);
        return new Outcome(discarded.size(), blanked.size());
    }

    private List<Candidate> candidates(Leaving leaving) {
        return sql.query(
                CANDIDATES,
                row -> new Candidate(parked(row), Row.texts(row, "learners"), row.getBoolean("named")),
                leaving.pieceLearners(),
                leaving.pieceTexts(),
                Column.texts(leaving.all(), PersonalWords::learnerId),
                Column.texts(leaving.all(), PersonalWords::inBytes),
                Topic.COURSE_STRUCTURES.topicName(),
                limits.largestStructure(),
                limits.largestValue());
    }

    private static boolean isOfOne(List<PersonalWords> learners, Parked event, JsonNode body) {
        String key = event.key() == null ? "" : event.key();
        return learners.stream()
                .anyMatch(words -> key.equals(words.learnerId()) || words.isWord(key) || Blanking.isAbout(words, body));
    }

    private void blank(List<PersonalWords> learners, Parked event, JsonNode body, List<Parked> blanked) {
        ObjectNode headers = headers(event);
        boolean changed = false;
        for (PersonalWords words : learners) {
            changed |= Blanking.of(words, body, false);
            changed |= Blanking.toId(words, headers);
            changed |= Blanking.of(words, headers, false);
        }
        if (changed) {
            byte[] value = event.value() == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
            blanked.add(new Parked(event.id(), event.key(), event.hasValue(), value, headers.toString()));
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

    /** Null when the value is no JSON or too large to be read; an empty object without a value. */
    private @Nullable JsonNode body(Parked event) {
        byte[] value = event.value();
        if (value == null) {
            return event.hasValue() ? null : json.createObjectNode();
        }
        try {
            JsonNode body = json.readTree(value);
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
                row.getBoolean("has_value"),
                row.getBytes("value"),
                Row.text(row, "headers"));
    }
}
