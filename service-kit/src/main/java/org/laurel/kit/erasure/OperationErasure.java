package org.laurel.kit.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Names a learner by the id where operations name one: as who asked for something, or as an item of a list. */
@Singleton
class OperationErasure {

    private final Sql sql;
    private final ObjectMapper json;

    OperationErasure(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Parameters(long id, JsonNode value) {}

    int erase(PersonalWords words) {
        if (words.isEmpty()) {
            return 0;
        }
        int changed = replace("parked_event", "resolved_by", words) + errors(words);
        for (String table : List.of("job", "job_schedule")) {
            changed += replace(table, "created_by", words) + parameters(table, words);
        }
        for (String table : List.of("consumer", "consumer_history")) {
            changed += audited(table, "", words);
        }
        for (String table : List.of("brake", "brake_history")) {
            changed += audited(
                    table,
                    ", released_by = case when lower(t.released_by) = any(w.words) then w.id else t.released_by end",
                    words);
        }
        return changed;
    }

    private int replace(String table, String column, PersonalWords words) {
        return sql.update(
                "update " + table + " set " + column + " = ? where lower(" + column + ") = any(?)",
                words.learnerId(),
                words.lowerCase());
    }

    /** Why a schedule could not begin may name a learner. */
    private int errors(PersonalWords words) {
        return sql.update("update job_schedule set error = null where error ~* ?", words.inProse());
    }

    /** Who steered, and free text that this person wrote or that names one. One update, so one version in the history. */
    private int audited(String table, String more, PersonalWords words) {
        String released = more.isEmpty() ? "" : " or lower(t.released_by) = any(w.words)";
        return sql.update("""
                with w as (select ?::text as id, ?::text[] as words, ?::text as prose)
                update %s t set
                    change_reason = case when lower(t.changed_by) = any(w.words) or t.change_reason ~* w.prose
                                         then null else t.change_reason end,
                    changed_by = case when lower(t.changed_by) = any(w.words) then w.id else t.changed_by end%s
                from w
                where lower(t.changed_by) = any(w.words) or t.change_reason ~* w.prose%s
                """.formatted(table, more, released), words.learnerId(), words.lowerCase(), words.inProse());
    }

    private int parameters(String table, PersonalWords words) {
        List<Parameters> changed = new ArrayList<>();
        for (Parameters one : sql.query(
                "select id, parameters from " + table
                        + " where encode(convert_to(parameters::text, 'UTF8'), 'escape') ~* ? order by id for update",
                row -> new Parameters(row.getLong("id"), read(Row.text(row, "parameters"))),
                words.inBytes())) {
            if (Blanking.toId(words, one.value())) {
                changed.add(one);
            }
        }
        return changed.isEmpty()
                ? 0
                : sql.update(
                        "update " + table + " p set parameters = t.parameters::jsonb"
                                + " from unnest(?::bigint[], ?::text[]) as t (id, parameters) where p.id = t.id",
                        Column.longs(changed, Parameters::id),
                        Column.texts(changed, Parameters::value));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
