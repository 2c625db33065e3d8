package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.completion.progress.db.CompletionStore.BlockOf;
import org.laurel.completion.progress.domain.BlockRow;
import org.laurel.completion.progress.domain.CourseLearner;
import org.laurel.completion.progress.domain.CourseRow;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The stored sums: one statement for all learners and course runs of a call. */
@ApplicationScoped
public class ProgressStore {

    private final Sql sql;

    ProgressStore(Sql sql) {
        this.sql = sql;
    }

    /** A course's sum to keep. */
    public record WrittenCourse(CourseLearner key, CourseRow row) {}

    /** A block's sum to keep. */
    public record WrittenBlock(CourseLearner key, BlockRow row) {}

    /** The sums of courses; learners who never submitted anything are left out. */
    public Map<CourseLearner, CourseRow> courses(Collection<CourseLearner> learners) {
        List<CourseLearner> keys = List.copyOf(learners);
        return sql
                .query(
                        """
                        select p.* from course_progress p
                        join unnest(?::text[], ?::text[]) as t (course_key, learner_id) using (course_key, learner_id)
                        """,
                        row -> new WrittenCourse(CompletionStore.key(row), course(row)),
                        Column.texts(keys, CourseLearner::courseKey),
                        Column.texts(keys, CourseLearner::learnerId))
                .stream()
                .collect(Collectors.toMap(WrittenCourse::key, WrittenCourse::row));
    }

    /** The sums of single blocks, and all sums of whole learners, by block key. */
    public Map<CourseLearner, Map<String, BlockRow>> blocks(
            Collection<BlockOf> single, Collection<CourseLearner> whole) {
        List<BlockOf> blocks = List.copyOf(single);
        List<CourseLearner> learners = List.copyOf(whole);
        Map<CourseLearner, Map<String, BlockRow>> found = new HashMap<>();
        sql.query(
                """
                select p.* from block_progress p
                join unnest(?::text[], ?::text[], ?::text[]) as t (course_key, learner_id, block_key)
                     using (course_key, learner_id, block_key)
                union all
                select p.* from block_progress p
                join unnest(?::text[], ?::text[]) as t (course_key, learner_id) using (course_key, learner_id)
                """,
                row -> {
                    BlockRow block =
                            new BlockRow(Row.text(row, "block_key"), row.getLong("earned"), row.getLong("version"));
                    return found.computeIfAbsent(CompletionStore.key(row), key -> new HashMap<>())
                            .put(block.blockKey(), block);
                },
                Column.texts(blocks, block -> block.key().courseKey()),
                Column.texts(blocks, block -> block.key().learnerId()),
                Column.texts(blocks, BlockOf::blockKey),
                Column.texts(learners, CourseLearner::courseKey),
                Column.texts(learners, CourseLearner::learnerId));
        return found;
    }

    /** Learners of a course run whose sums follow another structure than the newest, in order, after the given one. */
    public List<LearnerId> behindStructure(CourseKey courseKey, String after, int limit) {
        return sql.query(
                """
                select learner_id from course_progress
                where course_key = ? and learner_id > ? and structure_id <> (
                    select s.id from course_structure s where s.course_key = ?
                    order by s.occurred_at desc, s.version desc, s.content_hash desc limit 1)
                order by learner_id limit ?
                """,
                row -> new LearnerId(Row.text(row, "learner_id")),
                courseKey.value(),
                after,
                courseKey.value(),
                limit);
    }

    /** Keeps sums of courses. */
    public void saveCourses(List<WrittenCourse> courses) {
        if (courses.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into course_progress (course_key, learner_id, structure_id, earned, possible, version)
                select t.course_key, t.learner_id, t.structure_id, t.earned, t.possible, t.version
                from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                     as t (course_key, learner_id, structure_id, earned, possible, version)
                on conflict (course_key, learner_id) do update set structure_id = excluded.structure_id,
                    earned = excluded.earned, possible = excluded.possible, version = excluded.version
                """,
                Column.texts(courses, written -> written.key().courseKey()),
                Column.texts(courses, written -> written.key().learnerId()),
                Column.longs(courses, written -> written.row().structureId()),
                Column.longs(courses, written -> written.row().tally().earned()),
                Column.longs(courses, written -> written.row().tally().possible()),
                Column.longs(courses, written -> written.row().version()));
    }

    /** Keeps sums of blocks. */
    public void saveBlocks(List<WrittenBlock> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into block_progress (course_key, learner_id, block_key, earned, version)
                select t.course_key, t.learner_id, t.block_key, t.earned, t.version
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                     as t (course_key, learner_id, block_key, earned, version)
                on conflict (course_key, learner_id, block_key) do update set earned = excluded.earned,
                    version = excluded.version
                """,
                Column.texts(blocks, written -> written.key().courseKey()),
                Column.texts(blocks, written -> written.key().learnerId()),
                Column.texts(blocks, written -> written.row().blockKey()),
                Column.longs(blocks, written -> written.row().earned()),
                Column.longs(blocks, written -> written.row().version()));
    }

    static CourseRow course(ResultSet row) throws SQLException {
        return new CourseRow(
                row.getLong("structure_id"),
                new Tally(row.getLong("earned"), row.getLong("possible")),
                row.getLong("version"));
    }
}
