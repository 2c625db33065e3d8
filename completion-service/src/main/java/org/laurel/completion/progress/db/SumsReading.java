package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.completion.progress.domain.Earned;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/**
 * Reads what sums are made from: of some learners their completions, of others the sums that are stored. One row for a learner,
 * because a page of learners who have completed a large course is a great many blocks; and of these only the ones that are
 * wanted, each found by its key.
 */
@ApplicationScoped
class SumsReading {

    private static final String LOAD = """
            with few as (select course_key, array_agg(block_key) as block_keys
                         from unnest(?::text[], ?::text[]) as k (course_key, block_key) group by course_key)
            select true as is_completion, t.course_key, t.learner_id, s.*
            from unnest(?::text[], ?::text[]) as t (course_key, learner_id) cross join lateral (
                select array_agg(b.block_key) as block_keys, array_agg(b.completion) as amounts,
                       null::bigint[] as optional_amounts
                from block_completion b
                where b.course_key = t.course_key and b.learner_id = t.learner_id and b.completion > 0) s
            where s.block_keys is not null
            union all
            select true, t.course_key, t.learner_id, s.*
            from unnest(?::text[], ?::text[]) as t (course_key, learner_id) join few using (course_key) cross join lateral (
                select array_agg(b.block_key), array_agg(b.completion), null::bigint[]
                from block_completion b
                where b.course_key = t.course_key and b.learner_id = t.learner_id and b.completion > 0
                    and b.block_key = any(few.block_keys)) s (block_keys, amounts, optional_amounts)
            where s.block_keys is not null
            union all
            select false, t.course_key, t.learner_id, s.*
            from unnest(?::text[], ?::text[]) as t (course_key, learner_id) cross join lateral (
                select array_agg(p.block_key), array_agg(p.earned), array_agg(p.optional_earned)
                from block_progress p
                where p.course_key = t.course_key and p.learner_id = t.learner_id) s (block_keys, amounts, optional_amounts)
            where s.block_keys is not null
            union all
            select false, t.course_key, t.learner_id, s.*
            from unnest(?::text[], ?::text[]) as t (course_key, learner_id) join few using (course_key) cross join lateral (
                select array_agg(p.block_key), array_agg(p.earned), array_agg(p.optional_earned)
                from block_progress p
                where p.course_key = t.course_key and p.learner_id = t.learner_id
                    and p.block_key = any(few.block_keys)) s (block_keys, amounts, optional_amounts)
            where s.block_keys is not null
            """;

    private final Sql sql;

    SumsReading(Sql sql) {
        this.sql = sql;
    }

    /** Takes what is known of learners; those of whom nothing is are left out. */
    interface Taker {

        /** A learner's completions in {@code Units}, by block key. They are many: whoever keeps them keeps them for each learner. */
        void completions(CourseLearner key, Map<String, Long> units);

        /** A learner's stored sums, by block key. */
        void sums(CourseLearner key, Map<String, Earned> sums);
    }

    /** What is wanted of whom. */
    static final class Wish {

        private final List<CourseLearner> allCompletions = new ArrayList<>();
        private final List<CourseLearner> someCompletions = new ArrayList<>();
        private final List<CourseLearner> allSums = new ArrayList<>();
        private final List<CourseLearner> someSums = new ArrayList<>();
        private final Map<CourseKey, Set<String>> blocks = new HashMap<>();

        /** All completions of a learner. */
        void completions(CourseLearner key) {
            allCompletions.add(key);
        }

        /** A learner's completions of some blocks. More may come: those that are wanted of others in the course run. */
        void completions(CourseLearner key, Collection<String> blockKeys) {
            if (!blockKeys.isEmpty()) {
                someCompletions.add(key);
                blocks(key).addAll(blockKeys);
            }
        }

        /** All stored sums of a learner. */
        void sums(CourseLearner key) {
            allSums.add(key);
        }

        /** A learner's stored sums of some blocks. More may come, as above. */
        void sums(CourseLearner key, Collection<String> blockKeys) {
            if (!blockKeys.isEmpty()) {
                someSums.add(key);
                blocks(key).addAll(blockKeys);
            }
        }

        private Set<String> blocks(CourseLearner key) {
            return blocks.computeIfAbsent(key.courseKey(), first -> new HashSet<>());
        }

        private boolean isEmpty() {
            return allCompletions.isEmpty() && someCompletions.isEmpty() && allSums.isEmpty() && someSums.isEmpty();
        }
    }

    /** One statement, or none when nothing is wanted. */
    void load(Wish wish, Taker taker) {
        if (wish.isEmpty()) {
            return;
        }
        List<Object> arguments = new ArrayList<>();
        List<Map.Entry<CourseKey, String>> blocks = wish.blocks.entrySet().stream()
                .flatMap(course -> course.getValue().stream().map(block -> Map.entry(course.getKey(), block)))
                .toList();
        arguments.add(Column.texts(blocks, Map.Entry::getKey));
        arguments.add(Column.texts(blocks, Map.Entry::getValue));
        for (List<CourseLearner> learners :
                List.of(wish.allCompletions, wish.someCompletions, wish.allSums, wish.someSums)) {
            arguments.add(Column.texts(learners, CourseLearner::courseKey));
            arguments.add(Column.texts(learners, CourseLearner::learnerId));
        }
        sql.query(
                LOAD,
                row -> {
                    if (row.getBoolean("is_completion")) {
                        taker.completions(CompletionStore.key(row), completions(row));
                    } else {
                        taker.sums(CompletionStore.key(row), sums(row));
                    }
                    return true;
                },
                arguments.toArray());
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
