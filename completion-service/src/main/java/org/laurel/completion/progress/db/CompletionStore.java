package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurel.completion.progress.domain.BlockCompletion;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** What learners completed: one statement for all learners and course runs of a call. */
@ApplicationScoped
public class CompletionStore {

    private final Sql sql;

    CompletionStore(Sql sql) {
        this.sql = sql;
    }

    /** A block of a learner in a course run. */
    public record BlockOf(CourseLearner key, String blockKey) {}

    /** A completion to keep. */
    public record Written(CourseLearner key, BlockCompletion completion) {}

    /**
     * What is known of learners.
     *
     * @param completions by block key
     * @param values in {@code Units} of all completions of a learner, by block key: much smaller than the completions
     */
    public record Known(
            Map<CourseLearner, Map<String, BlockCompletion>> completions,
            Map<CourseLearner, Map<String, Long>> values) {}

    /** The completions of single blocks, and all completions of whole learners, by block key. */
    public Map<CourseLearner, Map<String, BlockCompletion>> load(
            Collection<BlockOf> single, Collection<CourseLearner> whole) {
        return load(single, whole, List.of()).completions();
    }

    /** The completions of single blocks, all of whole learners, and the values alone of others; one statement. */
    public Known load(
            Collection<BlockOf> single, Collection<CourseLearner> whole, Collection<CourseLearner> valuesAlone) {
        Known known = new Known(new HashMap<>(), new HashMap<>());
        if (single.isEmpty() && whole.isEmpty() && valuesAlone.isEmpty()) {
            return known;
        }
        List<BlockOf> blocks = List.copyOf(single);
        List<CourseLearner> learners = List.copyOf(whole);
        List<CourseLearner> others = List.copyOf(valuesAlone);
        sql.query(
                """
                select b.course_key, b.learner_id, b.block_key, b.completion, b.occurred_at, b.sequence, b.source,
                       b.event_id, b.changed_at, null::text[] as block_keys, null::bigint[] as completions
                from block_completion b
                join unnest(?::text[], ?::text[], ?::text[]) as t (course_key, learner_id, block_key)
                     using (course_key, learner_id, block_key)
                union all
                select b.course_key, b.learner_id, b.block_key, b.completion, b.occurred_at, b.sequence, b.source,
                       b.event_id, b.changed_at, null, null
                from block_completion b
                join unnest(?::text[], ?::text[]) as t (course_key, learner_id) using (course_key, learner_id)
                union all
                select course_key, learner_id, null, null, null, null, null, null, null,
                       array_agg(b.block_key), array_agg(b.completion)
                from block_completion b
                join unnest(?::text[], ?::text[]) as t (course_key, learner_id) using (course_key, learner_id)
                where b.completion > 0
                group by course_key, learner_id
                """,
                row -> add(known, row),
                Column.texts(blocks, block -> block.key().courseKey()),
                Column.texts(blocks, block -> block.key().learnerId()),
                Column.texts(blocks, BlockOf::blockKey),
                Column.texts(learners, CourseLearner::courseKey),
                Column.texts(learners, CourseLearner::learnerId),
                Column.texts(others, CourseLearner::courseKey),
                Column.texts(others, CourseLearner::learnerId));
        return known;
    }

    /** Keeps completions that were decided on what is stored, and forgets others. */
    public void save(List<Written> completions, List<BlockOf> forgotten) {
        if (completions.isEmpty() && forgotten.isEmpty()) {
            return;
        }
        sql.update(
                """
                with gone as (
                    delete from block_completion b
                    using unnest(?::text[], ?::text[], ?::text[]) as g (course_key, learner_id, block_key)
                    where b.course_key = g.course_key and b.learner_id = g.learner_id and b.block_key = g.block_key)
                insert into block_completion (course_key, learner_id, block_key, completion, occurred_at, sequence, source,
                                              event_id, changed_at)
                select t.course_key, t.learner_id, t.block_key, t.completion, t.occurred_at::timestamptz, t.sequence,
                       t.source, t.event_id, t.changed_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                            ?::text[])
                     as t (course_key, learner_id, block_key, completion, occurred_at, sequence, source, event_id,
                           changed_at)
                on conflict (course_key, learner_id, block_key) do update set completion = excluded.completion,
                    occurred_at = excluded.occurred_at, sequence = excluded.sequence, source = excluded.source,
                    event_id = excluded.event_id, changed_at = excluded.changed_at
                """,
                Column.texts(forgotten, block -> block.key().courseKey()),
                Column.texts(forgotten, block -> block.key().learnerId()),
                Column.texts(forgotten, BlockOf::blockKey),
                Column.texts(completions, written -> written.key().courseKey()),
                Column.texts(completions, written -> written.key().learnerId()),
                Column.texts(completions, written -> written.completion().blockKey()),
                Column.longs(completions, written -> written.completion().units()),
                Column.texts(
                        completions, written -> written.completion().place().occurredAt()),
                Column.longs(
                        completions, written -> written.completion().place().sequence()),
                Column.texts(
                        completions, written -> written.completion().place().source()),
                Column.texts(
                        completions, written -> written.completion().place().id()),
                Column.texts(completions, written -> written.completion().changedAt()));
    }

    private static boolean add(Known known, ResultSet row) throws SQLException {
        CourseLearner key = key(row);
        Array blockKeys = row.getArray("block_keys");
        if (blockKeys == null) {
            BlockCompletion completion = completion(row);
            known.completions().computeIfAbsent(key, one -> new HashMap<>()).put(completion.blockKey(), completion);
            return true;
        }
        String[] blocks = (String[]) blockKeys.getArray();
        Long[] units = (Long[]) row.getArray("completions").getArray();
        Map<String, Long> values = HashMap.newHashMap(blocks.length);
        for (int i = 0; i < blocks.length; i++) {
            values.put(blocks[i], units[i]);
        }
        known.values().put(key, values);
        return true;
    }

    private static Instant changedAt(ResultSet row, FactOrder place) throws SQLException {
        return Objects.requireNonNullElse(Row.instantOrNull(row, "changed_at"), place.occurredAt());
    }

    static CourseLearner key(ResultSet row) throws SQLException {
        return new CourseLearner(
                new CourseKey(Row.text(row, "course_key")), new LearnerId(Row.text(row, "learner_id")));
    }

    static BlockCompletion completion(ResultSet row) throws SQLException {
        FactOrder place = new FactOrder(
                Row.instant(row, "occurred_at"),
                row.getLong("sequence"),
                0,
                Row.text(row, "source"),
                Row.text(row, "event_id"));
        return new BlockCompletion(Row.text(row, "block_key"), row.getLong("completion"), place, changedAt(row, place));
    }
}
