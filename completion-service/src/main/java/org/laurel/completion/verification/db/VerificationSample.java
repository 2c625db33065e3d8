package org.laurel.completion.verification.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Sql;

/** Draws whom a verification looks at. */
@ApplicationScoped
public class VerificationSample {

    /** Up to as many rows of a table are looked at to draw of them, of larger ones some pages. */
    private static final int FEW = 200_000;

    /** About how many rows a table has, its partitions together; of what was never analysed by its size, at 200 bytes a row. */
    private static final String ROWS = """
            select coalesce(sum(case when c.reltuples < 0 then pg_relation_size(c.oid) / 200 else c.reltuples end), 0)::bigint
            from pg_partition_tree(?::regclass) p join pg_class c on c.oid = p.relid where p.isleaf
            """;

    private final Sql sql;

    VerificationSample(Sql sql) {
        this.sql = sql;
    }

    /**
     * Draws learners in course runs by chance: of those who have a row, are enrolled, or have completed anything, so that missing rows
     * are found as well.
     */
    public void draw(long id, int sample, @Nullable CourseKey courseKey) {
        List<Object> arguments = new ArrayList<>(List.of(id));
        String found = String.join(
                " union ",
                part("course_progress", "true", courseKey != null, sample, courseKey, arguments),
                part("enrollment", "is_active", courseKey != null, sample, courseKey, arguments),
                part("block_completion", "true", false, sample, courseKey, arguments));
        arguments.add(sample);
        sql.update(
                "insert into verification_item (verification_id, course_key, learner_id)"
                        + " select ?, course_key, learner_id from (" + found + ") k order by random() limit ?",
                arguments.toArray());
    }

    /** Adds learners who were left different, at most so many. */
    public void again(long id, int most) {
        sql.update("""
                insert into verification_item (verification_id, course_key, learner_id)
                select ?, course_key, learner_id from verification_left where learner_id <> '' order by random() limit ?
                on conflict do nothing
                """, id, most);
    }

    /**
     * The learners of a table to draw from.
     *
     * @param whole whether all rows of the course run are, however many: an index has them
     */
    private String part(
            String table,
            String condition,
            boolean whole,
            int sample,
            @Nullable CourseKey courseKey,
            List<Object> arguments) {
        long rows = sql.first(ROWS, row -> row.getLong(1), table).orElse(0L);
        boolean few = whole || rows < Math.max(FEW, 20L * sample);
        String pages = few ? "" : " tablesample system (" + Math.min(100.0, 1_000.0 * sample / rows) + ")";
        if (courseKey != null) {
            arguments.add(courseKey.value());
        }
        return "(select course_key, learner_id from " + table + pages + " where " + condition
                + (courseKey == null ? "" : " and course_key = ?") + ")";
    }
}
