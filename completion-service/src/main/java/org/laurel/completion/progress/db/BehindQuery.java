package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laurel.completion.progress.domain.DuePlace;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds learners whose stored sums follow what they saw before: an older structure or registry, or before a release. */
@ApplicationScoped
public class BehindQuery {

    private static final String BEHIND = """
            from course_progress p,
                (select (select s.id from course_structure s where s.course_key = ?
                         order by s.occurred_at desc, s.version desc, s.content_hash desc limit 1) as structure_id,
                        (select coalesce(max(version), 0) from block_types) as types_version) as newest
            where p.course_key = ? and (p.structure_id <> coalesce(newest.structure_id, 0)
                or (newest.structure_id is not null and p.types_version <> newest.types_version))
            """;

    private static final String DUE = "from course_progress where release_due_at <= ?::timestamptz and course_key = ?";

    private final Sql sql;

    BehindQuery(Sql sql) {
        this.sql = sql;
    }

    /** Learners of a course run in order, after the given one, who follow an older structure or registry. */
    public List<LearnerId> learners(CourseKey courseKey, String after, int limit) {
        return sql.query(
                "select p.learner_id " + BEHIND + " and p.learner_id > ? order by p.learner_id limit ?",
                row -> new LearnerId(Row.text(row, "learner_id")),
                courseKey.value(),
                courseKey.value(),
                after,
                limit);
    }

    /** How many of them there are. */
    public long count(CourseKey courseKey) {
        return sql.first("select count(*) " + BEHIND, row -> row.getLong(1), courseKey.value(), courseKey.value())
                .orElse(0L);
    }

    /** Course runs in which a release has come that somebody's sums do not follow yet. */
    public List<String> runsWithReleases(Instant now) {
        return sql.query(
                "select distinct course_key from course_progress where release_due_at <= ?::timestamptz",
                row -> Row.text(row, "course_key"),
                now.toString());
    }

    /**
     * Learners of a course run for whom a release has come, after the given place, the longest waiting first. Costs what is due, not the
     * course run.
     */
    public List<DuePlace> due(CourseKey courseKey, Instant now, DuePlace after, int limit) {
        return sql.query(
                "select release_due_at, learner_id " + DUE
                        + " and (release_due_at, course_key, learner_id) > (?::timestamptz, ?, ?)"
                        + " order by release_due_at, course_key, learner_id limit ?",
                row -> new DuePlace(Row.instant(row, "release_due_at"), Row.text(row, "learner_id")),
                now.toString(),
                courseKey.value(),
                after.dueAt().toString(),
                courseKey.value(),
                after.learnerId(),
                limit);
    }

    /** How many of them there are. */
    public long countDue(CourseKey courseKey, Instant now) {
        return sql.first("select count(*) " + DUE, row -> row.getLong(1), now.toString(), courseKey.value())
                .orElse(0L);
    }
}
