package org.laurel.completion.verification.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Of which course runs a verification counts the numbers again. */
@ApplicationScoped
public class VerificationCourses {

    /** Course runs whose numbers are kept: a look into the index for each, whatever the number of its numbers. */
    private static final String KEPT = """
            with recursive run as (
                select (select min(course_key) from completion_counter) as course_key
                union all
                select (select min(course_key) from completion_counter where course_key > run.course_key) from run
                where run.course_key is not null)
            select course_key from run where course_key is not null
            union select course_key from completion_counter_delta
            """;

    private final Sql sql;

    VerificationCourses(Sql sql) {
        this.sql = sql;
    }

    /** Notes course runs whose numbers are kept, but for none of whose learners there may be a row. */
    public void all(long id, @Nullable CourseKey courseKey, boolean withBlocks) {
        String course = courseKey == null ? null : courseKey.value();
        sql.update("""
                insert into verification_course (verification_id, course_key, with_blocks)
                select ?, k.course_key, ? from (
                """ + KEPT + """
                ) k
                where ?::text is null or k.course_key = ?
                """, id, withBlocks, course, course);
    }

    /**
     * Notes the course runs whose turn it is to have all their numbers counted again: so many after those of the night before, in the order
     * of their keys, and from the first one again at the end.
     */
    public void turn(long id, int runs) {
        sql.update("with kept as materialized (" + KEPT + """
                ), ahead as (
                    select course_key, course_key <= turned_to as again from kept cross join verification_watch
                    order by course_key <= turned_to, course_key limit ?),
                noted as (
                    insert into verification_course (verification_id, course_key, with_blocks)
                    select ?, course_key, true from ahead
                    on conflict (verification_id, course_key) do update set with_blocks = true)
                update verification_watch set turned_to = last.course_key
                from (select course_key from ahead order by again desc, course_key desc limit 1) last
                """, (long) runs, id);
    }

    /** Notes course runs whose numbers were left different. */
    public void again(long id) {
        sql.update("""
                insert into verification_course (verification_id, course_key, with_blocks)
                select ?, course_key, bool_or(kind = 'BLOCK') from verification_left where learner_id = '' group by course_key
                on conflict (verification_id, course_key) do update
                    set with_blocks = verification_course.with_blocks or excluded.with_blocks
                """, id);
    }

    /** The key of the next course run of which anything is kept; a look into each table's index. */
    public Optional<String> after(String courseKey) {
        return sql.first(
                        """
                        select least((select min(course_key) from course_progress where course_key > ?),
                             (select min(course_key) from block_completion where course_key > ?),
                             (select min(course_key) from enrollment where is_active and course_key > ?),
                             (select min(course_key) from completion_counter where course_key > ?),
                             (select min(course_key) from completion_counter_delta where course_key > ?)) as course_key
                """,
                        row -> Optional.ofNullable(row.getString("course_key")),
                        courseKey,
                        courseKey,
                        courseKey,
                        courseKey,
                        courseKey)
                .flatMap(next -> next);
    }

    /** Notes a course run whose numbers are to be counted again. */
    public void add(long id, CourseKey courseKey, boolean withBlocks) {
        sql.update("""
                insert into verification_course (verification_id, course_key, with_blocks) values (?, ?, ?)
                on conflict (verification_id, course_key) do update
                    set with_blocks = verification_course.with_blocks or excluded.with_blocks
                """, id, courseKey.value(), withBlocks);
    }

    /** A course run whose numbers are to be counted again, after the given one. */
    public Optional<NotedCourse> next(long id, String after) {
        return sql.first(
                "select * from verification_course where verification_id = ? and course_key > ? order by course_key limit 1",
                VerificationCourses::course,
                id,
                after);
    }

    /** A course run whose numbers are being counted again; empty when the verification knows nothing of it any more. */
    public Optional<NotedCourse> noted(long id, CourseKey courseKey) {
        return sql.first(
                "select * from verification_course where verification_id = ? and course_key = ?",
                VerificationCourses::course,
                id,
                courseKey.value());
    }

    private static NotedCourse course(ResultSet row) throws SQLException {
        return new NotedCourse(new CourseKey(Row.text(row, "course_key")), row.getBoolean("with_blocks"));
    }

    /** A course run whose numbers are to be counted again. */
    public record NotedCourse(CourseKey courseKey, boolean withBlocks) {}
}
