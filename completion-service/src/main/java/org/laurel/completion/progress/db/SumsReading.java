package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.completion.progress.domain.BlockCompletion;
import org.laurel.completion.progress.domain.BlockRow;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads what sums are made from: of some learners their completions, of others the sums that are stored. */
@ApplicationScoped
class SumsReading {

    private static final String LOAD = """
            select true as is_completion, b.course_key, b.learner_id, b.block_key, b.completion, b.occurred_at, b.sequence,
                   b.source, b.event_id, b.changed_at, 0 as earned, 0 as possible, 0 as optional_earned,
                   0 as optional_possible
            from block_completion b
            join unnest(?::text[], ?::text[]) as t (course_key, learner_id) using (course_key, learner_id)
            union all
            select false, p.course_key, p.learner_id, p.block_key, 0, null, 0, null, null, null, p.earned, p.possible,
                   p.optional_earned, p.optional_possible
            from block_progress p
            join unnest(?::text[], ?::text[]) as t (course_key, learner_id) using (course_key, learner_id)
            """;

    private final Sql sql;

    SumsReading(Sql sql) {
        this.sql = sql;
    }

    /** What is known of learners, by block key; learners of whom nothing is are left out. */
    record Loaded(
            Map<CourseLearner, Map<String, BlockCompletion>> completions,
            Map<CourseLearner, Map<String, BlockRow>> rows) {}

    /**
     * One statement, or none when nobody is asked for.
     *
     * @param counted learners whose completions are wanted
     * @param stored learners whose stored sums are wanted
     */
    Loaded load(Collection<CourseLearner> counted, Collection<CourseLearner> stored) {
        Loaded loaded = new Loaded(new HashMap<>(), new HashMap<>());
        if (counted.isEmpty() && stored.isEmpty()) {
            return loaded;
        }
        List<CourseLearner> first = List.copyOf(counted);
        List<CourseLearner> second = List.copyOf(stored);
        sql.query(
                LOAD,
                row -> {
                    CourseLearner key = CompletionStore.key(row);
                    String block = Row.text(row, "block_key");
                    return row.getBoolean("is_completion")
                            ? loaded.completions()
                                    .computeIfAbsent(key, one -> new HashMap<>())
                                    .put(block, CompletionStore.completion(row))
                            : loaded.rows()
                                    .computeIfAbsent(key, one -> new HashMap<>())
                                    .put(block, new BlockRow(block, ProgressStore.tally(row)));
                },
                Column.texts(first, CourseLearner::courseKey),
                Column.texts(first, CourseLearner::learnerId),
                Column.texts(second, CourseLearner::courseKey),
                Column.texts(second, CourseLearner::learnerId));
        return loaded;
    }
}
