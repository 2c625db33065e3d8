package org.laurel.completion.verification.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.verification.db.NumberRecount.Differing;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/**
 * What was found different and is still left. Whoever looks again notes what is left of what he looked at; the rest stays as it is, so
 * looking at one learner does not hide what was found of others.
 */
@ApplicationScoped
public class DifferencesLeft {

    private final Sql sql;

    DifferencesLeft(Sql sql) {
        this.sql = sql;
    }

    /**
     * Notes how learners were left.
     *
     * @param id of the verification that looked
     * @param looked in order, whatever came out; those who are behind are not among them, so what was known of them stays
     * @param different those of them whose rows differ and were not counted again
     */
    public void learners(long id, List<CourseLearner> looked, List<CourseLearner> different) {
        sql.update("""
                delete from verification_left l using unnest(?::text[], ?::text[]) as t (course_key, learner_id)
                where l.course_key = t.course_key and l.learner_id = t.learner_id
                """, Column.texts(looked, CourseLearner::courseKey), Column.texts(looked, CourseLearner::learnerId));
        if (!different.isEmpty()) {
            sql.update(
                    """
                    insert into verification_left (course_key, learner_id, kind, item, differences, verification_id)
                    select t.course_key, t.learner_id, 'ROWS', '', 1, ?
                    from unnest(?::text[], ?::text[]) as t (course_key, learner_id) order by 1, 2
                    on conflict (course_key, learner_id, kind, item) do update set verification_id = excluded.verification_id
                    """,
                    id,
                    Column.texts(different, CourseLearner::courseKey),
                    Column.texts(different, CourseLearner::learnerId));
        }
    }

    /**
     * Notes how numbers of a course run were left.
     *
     * @param id of the verification that looked
     * @param after null when those of learners were counted, otherwise the key after which those of blocks were
     * @param to with which block they ended, null for the last of all
     * @param different those of them that differ and were not put right
     */
    public void numbers(
            long id, CourseKey courseKey, @Nullable String after, @Nullable String to, List<Differing> different) {
        sql.update("""
                delete from verification_left where course_key = ? and learner_id = '' and case when ?::text is null
                    then kind in ('LEARNERS', 'DAY') else kind = 'BLOCK' and item > ? and (?::text is null or item <= ?) end
                """, courseKey.value(), after, after, to, to);
        if (!different.isEmpty()) {
            Map<List<String>, Long> items = different.stream()
                    .collect(Collectors.groupingBy(
                            one -> List.of(
                                    one.counter().kind().name(), one.counter().item()),
                            Collectors.counting()));
            List<Map.Entry<List<String>, Long>> found = List.copyOf(items.entrySet());
            sql.update(
                    """
                    insert into verification_left (course_key, learner_id, kind, item, differences, verification_id)
                    select ?, '', t.kind, t.item, t.differences, ?
                    from unnest(?::text[], ?::text[], ?::bigint[]) as t (kind, item, differences) order by 3, 4
                    on conflict (course_key, learner_id, kind, item) do update
                        set differences = excluded.differences, verification_id = excluded.verification_id
                    """,
                    courseKey.value(),
                    id,
                    Column.texts(found, one -> one.getKey().getFirst()),
                    Column.texts(found, one -> one.getKey().getLast()),
                    Column.longs(found, Map.Entry::getValue));
        }
    }

    /** How many learners in course runs, and numbers of course runs, are left different. */
    public long count() {
        return sql.first("select coalesce(sum(differences), 0) from verification_left", row -> row.getLong(1))
                .orElse(0L);
    }
}
