package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.BlockCompletion;
import org.laurel.completion.progress.domain.BlockRow;
import org.laurel.completion.progress.domain.CourseLearner;
import org.laurel.completion.progress.domain.CourseRow;
import org.laurel.completion.progress.domain.KnownProgress;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.domain.Sums;
import org.laurel.completion.structure.db.StructureIndexes;
import org.laurel.completion.structure.domain.StructureIndex;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Reads progress for display: at most four statements, whatever the number of learners. Sums that follow an older structure are
 * added up in memory by the newest one; a read writes nothing. Callers put the reads of one answer into one snapshot.
 */
@ApplicationScoped
public class ProgressQuery {

    private static final String ENROLLED = """
            select e.course_key, e.learner_id, l.username, p.structure_id, p.earned, p.possible, p.version
            from enrollment e join learner l using (learner_id)
            left join course_progress p using (course_key, learner_id)
            where e.is_active
            """;

    private final Sql sql;
    private final StructureIndexes structures;
    private final CompletionStore completions;
    private final ProgressStore sums;

    ProgressQuery(Sql sql, StructureIndexes structures, CompletionStore completions, ProgressStore sums) {
        this.sql = sql;
        this.structures = structures;
        this.completions = completions;
        this.sums = sums;
    }

    private record Enrolled(
            CourseLearner key, String username, @Nullable CourseRow course) {}

    /**
     * The progress of a learner in a course run; empty when there is no active enrollment.
     *
     * @param withBlocks whether sums below the course are wanted
     */
    public Optional<ProgressView> of(LearnerId learnerId, CourseKey courseKey, boolean withBlocks) {
        return views(
                        sql.query(
                                ENROLLED + "and e.learner_id = ? and e.course_key = ?",
                                ProgressQuery::enrolled,
                                learnerId.value(),
                                courseKey.value()),
                        withBlocks)
                .stream()
                .findFirst();
    }

    /** A page of the active enrollments of a course run, ordered by learner id. */
    public List<ProgressView> ofCourse(CourseKey courseKey, int offset, int limit, boolean withBlocks) {
        return views(
                sql.query(
                        ENROLLED + "and e.course_key = ? order by e.learner_id offset ? limit ?",
                        ProgressQuery::enrolled,
                        courseKey.value(),
                        offset,
                        limit),
                withBlocks);
    }

    /** A page of the active enrollments of a learner, ordered by course key. */
    public List<ProgressView> ofLearner(LearnerId learnerId, int offset, int limit, boolean withBlocks) {
        return views(
                sql.query(
                        ENROLLED + "and e.learner_id = ? order by e.course_key offset ? limit ?",
                        ProgressQuery::enrolled,
                        learnerId.value(),
                        offset,
                        limit),
                withBlocks);
    }

    /** How many active enrollments a course run has. */
    public long countOfCourse(CourseKey courseKey) {
        return count("select count(*) from enrollment where course_key = ? and is_active", courseKey.value());
    }

    /** How many active enrollments a learner has. */
    public long countOfLearner(LearnerId learnerId) {
        return count("select count(*) from enrollment where learner_id = ? and is_active", learnerId.value());
    }

    private long count(String statement, String argument) {
        return sql.first(statement, row -> row.getLong(1), argument).orElse(0L);
    }

    private List<ProgressView> views(List<Enrolled> enrolled, boolean withBlocks) {
        if (enrolled.isEmpty()) {
            return List.of();
        }
        Map<CourseKey, StructureIndex> indexes = structures.newest(
                enrolled.stream().map(one -> one.key().courseKey()).collect(Collectors.toSet()));
        List<Enrolled> active =
                enrolled.stream().filter(one -> one.course() != null).toList();
        List<CourseLearner> current = active.stream()
                .filter(one -> KnownProgress.follows(
                        one.course(), indexes.get(one.key().courseKey())))
                .map(Enrolled::key)
                .toList();
        List<CourseLearner> behind = active.stream()
                .map(Enrolled::key)
                .filter(key -> !current.contains(key))
                .toList();
        var values = behind.isEmpty()
                ? Map.<CourseLearner, Map<String, BlockCompletion>>of()
                : completions.load(List.of(), behind);
        var rows = withBlocks && !current.isEmpty()
                ? sums.blocks(List.of(), current)
                : Map.<CourseLearner, Map<String, BlockRow>>of();
        return enrolled.stream()
                .map(one -> view(
                        one,
                        indexes.get(one.key().courseKey()),
                        values.getOrDefault(one.key(), Map.of()),
                        rows.getOrDefault(one.key(), Map.of())))
                .toList();
    }

    private static ProgressView view(
            Enrolled enrolled,
            @Nullable StructureIndex index,
            Map<String, BlockCompletion> completions,
            Map<String, BlockRow> rows) {
        if (index == null || enrolled.course() == null) {
            return new ProgressView(enrolled.key(), enrolled.username(), index, Map.of());
        }
        if (!KnownProgress.follows(enrolled.course(), index)) {
            return new ProgressView(enrolled.key(), enrolled.username(), index, Sums.of(index, completions.values()));
        }
        Map<String, Long> earned = new HashMap<>();
        rows.forEach((blockKey, row) -> earned.put(blockKey, row.earned()));
        earned.put(index.course().blockKey(), enrolled.course().tally().earned());
        return new ProgressView(enrolled.key(), enrolled.username(), index, earned);
    }

    private static Enrolled enrolled(ResultSet row) throws SQLException {
        CourseRow course = Row.longOrNull(row, "structure_id") == null ? null : ProgressStore.course(row);
        return new Enrolled(CompletionStore.key(row), Row.text(row, "username"), course);
    }
}
