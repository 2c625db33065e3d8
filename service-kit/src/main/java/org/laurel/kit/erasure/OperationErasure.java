package org.laurel.kit.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.laurel.kit.lock.LockPatience;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Names learners by their ids where operations name one, as who asked for something or as an item of a list, and drops what
 * operators have written of them. Nothing is locked but the rows that change: the row of a job is held while a chunk runs.
 */
@Singleton
class OperationErasure {

    /** Free text in parameters may name a learner in ways that pieces do not find: all of it is looked at. */
    private static final String HAS_PROSE =
            "\"([a-z_]*_reason|" + String.join("|", new TreeSet<>(Blanking.PROSE)) + ")\"\\s*:\\s*\"[^\"]";

    private final Sql sql;
    private final ObjectMapper json;
    private final SteeringErasure steering;

    OperationErasure(Sql sql, ObjectMapper json, SteeringErasure steering) {
        this.sql = sql;
        this.json = json;
        this.steering = steering;
    }

    /** @param learners whom they may name */
    private record Parameters(long id, String before, JsonNode value, List<String> learners) {}

    private record Failed(long id, String error) {}

    int erase(Leaving leaving) {
        Map<String, String> byWord = leaving.byWord();
        if (byWord.isEmpty()) {
            return 0;
        }
        LockPatience.limit(sql);
        Mentions mentions = Mentions.of(byWord.keySet());
        int changed = replace("parked_event", "resolved_by", byWord) + errors(mentions);
        for (String table : List.of("job", "job_schedule")) {
            changed += replace(table, "created_by", byWord) + parameters(table, leaving, mentions);
        }
        return changed + steering.erase(byWord, mentions);
    }

    private int replace(String table, String column, Map<String, String> byWord) {
        return sql.update(
                "update " + table + " t set " + column + " = w.id from unnest(?::text[], ?::text[]) as w (word, id)"
                        + " where lower(t." + column + ") = w.word and t." + column + " <> w.id",
                byWord.keySet().toArray(String[]::new),
                byWord.values().toArray(String[]::new));
    }

    /** Why a schedule could not begin may name a learner. */
    private int errors(Mentions mentions) {
        List<Failed> naming = sql
                .query(
                        "select id, error from job_schedule where error is not null",
                        row -> new Failed(row.getLong("id"), Row.text(row, "error")))
                .stream()
                .filter(failed -> mentions.isIn(failed.error()))
                .toList();
        return naming.isEmpty()
                ? 0
                : sql.update(
                        "update job_schedule s set error = null from unnest(?::bigint[], ?::text[]) as t (id, error)"
                                + " where s.id = t.id and s.error = t.error",
                        Column.longs(naming, Failed::id),
                        Column.texts(naming, Failed::error));
    }

    private int parameters(String table, Leaving leaving, Mentions mentions) {
        List<Parameters> changed = new ArrayList<>();
        for (Parameters one : candidates(table, leaving)) {
            boolean names = Blanking.ofProse(mentions, one.value());
            for (String learner : one.learners()) {
                names |= Blanking.toId(leaving.words(learner), one.value());
            }
            if (names) {
                changed.add(one);
            }
        }
        return changed.isEmpty()
                ? 0
                : sql.update(
                        "update " + table + " p set parameters = t.parameters::jsonb"
                                + " from unnest(?::bigint[], ?::text[], ?::text[]) as t (id, before, parameters)"
                                + " where p.id = t.id and p.parameters = t.before::jsonb",
                        Column.longs(changed, Parameters::id),
                        Column.texts(changed, Parameters::before),
                        Column.texts(changed, Parameters::value));
    }

    private List<Parameters> candidates(String table, Leaving leaving) {
        String text = "encode(convert_to(r.parameters::text, 'UTF8'), 'escape')";
        return sql.query(
                Leaving.WORDS + ", may as (" + Leaving.mayName(table, "id", text, "true") + ")" + """
                , found as (select id, array_agg(learner_id order by learner_id) as learners from may group by id)
                select p.id, p.parameters, coalesce(f.learners, '{}') as learners
                from %s p left join found f using (id)
                where f.id is not null or p.parameters::text ~ ?
                """.formatted(table),
                this::parameters,
                leaving.pieceLearners(),
                leaving.pieceTexts(),
                HAS_PROSE);
    }

    private Parameters parameters(ResultSet row) throws SQLException {
        String text = Row.text(row, "parameters");
        return new Parameters(row.getLong("id"), text, read(text), Row.texts(row, "learners"));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
