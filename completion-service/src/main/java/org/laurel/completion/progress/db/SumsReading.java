package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.completion.progress.domain.Earned;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/**
 * Reads what sums are made from: of some learners their completions, of others the sums that are stored. One row for a learner,
 * because a page of learners who have completed a large course is a great many blocks.
 */
@ApplicationScoped
class SumsReading {

    private static final String LOAD = """
            select true as is_completion, course_key, learner_id, array_agg(b.block_key) as block_keys,
                   array_agg(b.completion) as amounts, null::bigint[] as optional_amounts
            from block_completion b
            join unnest(?::text[], ?::text[]) as t (course_key, learner_id) using (course_key, learner_id)
            where b.completion > 0
            group by course_key, learner_id
            union all
            select false, course_key, learner_id, array_agg(p.block_key), array_agg(p.earned), array_agg(p.optional_earned)
            from block_progress p
            join unnest(?::text[], ?::text[]) as t (course_key, learner_id) using (course_key, learner_id)
            group by course_key, learner_id
            """;

    private final Sql sql;

    SumsReading(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is known of learners, by block key; learners of whom nothing is are left out.
     *
     * @param completions in {@code Units}
     * @param rows stored sums
     */
    record Loaded(Map<CourseLearner, Map<String, Long>> completions, Map<CourseLearner, Map<String, Earned>> rows) {}

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
                row -> row.getBoolean("is_completion")
                        ? loaded.completions().put(CompletionStore.key(row), completions(row))
                        : loaded.rows().put(CompletionStore.key(row), sums(row)),
                Column.texts(first, CourseLearner::courseKey),
                Column.texts(first, CourseLearner::learnerId),
                Column.texts(second, CourseLearner::courseKey),
                Column.texts(second, CourseLearner::learnerId));
        return loaded;
    }

    private static Map<String, Long> completions(ResultSet row) throws SQLException {
        String[] blocks = (String[]) row.getArray("block_keys").getArray();
        Long[] units = (Long[]) row.getArray("amounts").getArray();
        Map<String, Long> completions = HashMap.newHashMap(blocks.length);
        for (int i = 0; i < blocks.length; i++) {
            completions.put(blocks[i], units[i]);
        }
        return completions;
    }

    private static Map<String, Earned> sums(ResultSet row) throws SQLException {
        String[] blocks = (String[]) row.getArray("block_keys").getArray();
        Long[] earned = (Long[]) row.getArray("amounts").getArray();
        Long[] optional = (Long[]) row.getArray("optional_amounts").getArray();
        Map<String, Earned> sums = HashMap.newHashMap(blocks.length);
        for (int i = 0; i < blocks.length; i++) {
            sums.put(blocks[i], new Earned(earned[i], optional[i]));
        }
        return sums;
    }
}
