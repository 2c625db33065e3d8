package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.db.CompletionStore.BlockOf;
import org.laurel.completion.progress.domain.BlockRow;
import org.laurel.completion.progress.domain.CourseRow;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The stored sums: one statement for all learners and course runs of a call. */
@ApplicationScoped
public class ProgressStore {

    private static final String SAVE = "with numbers as (" + CounterStore.APPEND + "),\n" + """
            courses as (
            insert into course_progress (course_key, learner_id, structure_id, types_version, release_step, audience,
                                         seen_at, release_due_at, is_counted, cohorts, roles, earned, possible,
                                         optional_earned, optional_possible, revision, version, told_at,
                                         crossed_at, crossed_version, cleared_at)
            select t.course_key, t.learner_id, t.structure_id, t.types_version, t.release_step, t.audience,
                   t.seen_at::timestamptz, t.release_due_at::timestamptz, t.is_counted, t.cohorts, t.roles, t.earned,
                   t.possible, t.optional_earned, t.optional_possible, t.revision, t.version, t.told_at::timestamptz,
                   t.crossed_at::timestamptz, t.crossed_version, t.cleared_at::timestamptz
            from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[],
                        ?::bool[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                 as t (course_key, learner_id, structure_id, types_version, release_step, audience, seen_at,
                       release_due_at, is_counted, cohorts, roles, earned, possible, optional_earned,
                       optional_possible, revision, version, told_at, crossed_at, crossed_version, cleared_at)
            on conflict (course_key, learner_id) do update set structure_id = excluded.structure_id,
                types_version = excluded.types_version, release_step = excluded.release_step,
                audience = excluded.audience, seen_at = excluded.seen_at, release_due_at = excluded.release_due_at,
                is_counted = excluded.is_counted, cohorts = excluded.cohorts, roles = excluded.roles,
                earned = excluded.earned, possible = excluded.possible, optional_earned = excluded.optional_earned,
                optional_possible = excluded.optional_possible, revision = excluded.revision,
                version = excluded.version, told_at = excluded.told_at, crossed_at = excluded.crossed_at,
                crossed_version = excluded.crossed_version, cleared_at = excluded.cleared_at),
            gone as (
                delete from block_progress p
                using unnest(?::text[], ?::text[], ?::text[]) as g (course_key, learner_id, block_key)
                where p.course_key = g.course_key and p.learner_id = g.learner_id and p.block_key = g.block_key)
            insert into block_progress (course_key, learner_id, block_key, earned, possible, optional_earned,
                                        optional_possible)
            select t.course_key, t.learner_id, t.block_key, t.earned, t.possible, t.optional_earned, t.optional_possible
            from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                 as t (course_key, learner_id, block_key, earned, possible, optional_earned, optional_possible)
            on conflict (course_key, learner_id, block_key) do update set earned = excluded.earned,
                possible = excluded.possible, optional_earned = excluded.optional_earned,
                optional_possible = excluded.optional_possible
            """;

    private final Sql sql;

    ProgressStore(Sql sql) {
        this.sql = sql;
    }

    /** A course's sum to keep. */
    public record WrittenCourse(CourseLearner key, CourseRow row) {}

    /** A block's sum to keep. */
    public record WrittenBlock(CourseLearner key, BlockRow row) {}

    /** The sums of single blocks, and all sums of whole learners, by block key. */
    public Map<CourseLearner, Map<String, BlockRow>> blocks(
            Collection<BlockOf> single, Collection<CourseLearner> whole) {
        List<BlockOf> blocks = List.copyOf(single);
        List<CourseLearner> learners = List.copyOf(whole);
        if (blocks.isEmpty() && learners.isEmpty()) {
            return Map.of();
        }
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
                    BlockRow block = new BlockRow(Row.text(row, "block_key"), tally(row));
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

    /**
     * Keeps sums of courses and of blocks, removes sums of other blocks, and notes by how much this moves the numbers of course runs;
     * one statement.
     */
    public void save(
            List<WrittenCourse> courses,
            List<WrittenBlock> blocks,
            List<BlockOf> removed,
            List<CounterStore.Moved> moved) {
        if (courses.isEmpty() && blocks.isEmpty() && removed.isEmpty() && moved.isEmpty()) {
            return;
        }
        List<Object> parameters = new ArrayList<>(CounterStore.appended(moved));
        parameters.addAll(ofCourses(courses));
        parameters.addAll(List.of(
                Column.texts(removed, block -> block.key().courseKey()),
                Column.texts(removed, block -> block.key().learnerId()),
                Column.texts(removed, BlockOf::blockKey)));
        parameters.addAll(ofBlocks(blocks));
        sql.update(SAVE, parameters.toArray());
    }

    private static List<Object> ofCourses(List<WrittenCourse> courses) {
        return List.of(
                Column.texts(courses, written -> written.key().courseKey()),
                Column.texts(courses, written -> written.key().learnerId()),
                Column.longs(courses, written -> profile(written).structureId()),
                Column.longs(courses, written -> profile(written).typesVersion()),
                Column.integers(courses, written -> profile(written).releaseStep()),
                Column.texts(courses, written -> profile(written).audience()),
                Column.texts(courses, written -> written.row().follows().seenAt()),
                Column.texts(courses, written -> written.row().follows().until()),
                Column.flags(courses, written -> written.row().member().active()),
                Column.texts(courses, written -> written.row().member().cohorts()),
                Column.texts(courses, written -> written.row().member().roles()),
                Column.longs(courses, written -> written.row().tally().earned()),
                Column.longs(courses, written -> written.row().tally().possible()),
                Column.longs(courses, written -> written.row().tally().optionalEarned()),
                Column.longs(courses, written -> written.row().tally().optionalPossible()),
                Column.longs(courses, written -> written.row().revision()),
                Column.longs(courses, written -> written.row().version()),
                Column.texts(courses, written -> written.row().toldAt()),
                Column.texts(courses, ProgressStore::crossedAt),
                Column.longs(courses, ProgressStore::crossedVersion),
                Column.texts(courses, written -> written.row().clearedAt()));
    }

    private static List<Object> ofBlocks(List<WrittenBlock> blocks) {
        return List.of(
                Column.texts(blocks, written -> written.key().courseKey()),
                Column.texts(blocks, written -> written.key().learnerId()),
                Column.texts(blocks, written -> written.row().blockKey()),
                Column.longs(blocks, written -> written.row().tally().earned()),
                Column.longs(blocks, written -> written.row().tally().possible()),
                Column.longs(blocks, written -> written.row().tally().optionalEarned()),
                Column.longs(blocks, written -> written.row().tally().optionalPossible()));
    }

    private static @Nullable Instant crossedAt(WrittenCourse written) {
        CourseRow.Crossing crossing = written.row().crossing();
        return crossing == null ? null : crossing.at();
    }

    private static @Nullable Long crossedVersion(WrittenCourse written) {
        CourseRow.Crossing crossing = written.row().crossing();
        return crossing == null ? null : crossing.version();
    }

    private static Profile profile(WrittenCourse written) {
        return written.row().follows().profile();
    }

    static CourseRow course(ResultSet row) throws SQLException {
        Profile profile = new Profile(
                row.getLong("structure_id"),
                row.getLong("types_version"),
                row.getInt("release_step"),
                Row.text(row, "audience"));
        Instant seenAt = Row.instant(row, "seen_at");
        return new CourseRow(
                new CourseRow.Follows(profile, seenAt, Row.instantOrNull(row, "release_due_at")),
                new Membership(row.getBoolean("is_counted"), Row.text(row, "cohorts"), Row.text(row, "roles")),
                tally(row),
                row.getLong("revision"),
                row.getLong("version"),
                Row.instantOrNull(row, "told_at"),
                crossing(row),
                Row.instantOrNull(row, "cleared_at"));
    }

    /** How others were last told that a course got to or left 100 %, null when nothing is kept of it. */
    public static CourseRow.@Nullable Crossing crossing(ResultSet row) throws SQLException {
        Instant at = Row.instantOrNull(row, "crossed_at");
        return at == null ? null : new CourseRow.Crossing(row.getLong("crossed_version"), at);
    }

    static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("earned"),
                row.getLong("possible"),
                row.getLong("optional_earned"),
                row.getLong("optional_possible"));
    }
}
