package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CaseKey;

/** Finds what has to be looked at when awards that wait may be made. */
@ApplicationScoped
public class WaitingQuery {

    private final Sql sql;

    WaitingQuery(Sql sql) {
        this.sql = sql;
    }

    /** How many learners an award awaits. */
    public long count() {
        return sql.first("select count(distinct learner_id) from pending_award", row -> row.getLong(1))
                .orElse(0L);
    }

    /** Learners whom an award awaits, in order, after the given one. */
    public List<LearnerId> learners(String after, int limit) {
        return sql.query(
                "select distinct learner_id from pending_award where learner_id > ? order by learner_id limit ?",
                row -> new LearnerId(Row.text(row, "learner_id")),
                after,
                limit);
    }

    /** How many learners a program's award awaits. */
    public long count(UUID programUuid) {
        return sql.first(
                        "select count(*) from pending_award where program_uuid = ?", row -> row.getLong(1), programUuid)
                .orElse(0L);
    }

    /** Learners whom a program's award awaits, in order, after the given one. */
    public List<LearnerId> learners(UUID programUuid, String after, int limit) {
        return sql.query(
                "select learner_id from pending_award where program_uuid = ? and learner_id > ? order by learner_id limit ?",
                row -> new LearnerId(Row.text(row, "learner_id")),
                programUuid,
                after,
                limit);
    }

    /** The course credentials of the learners that wait. */
    public List<CaseKey> cases(Collection<LearnerId> learners) {
        return sql.query(
                """
                select learner_id, course_key from pending_award
                where learner_id = any(?) and course_key is not null order by learner_id, course_key
                """,
                row -> new CaseKey(
                        new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key"))),
                (Object) Column.texts(List.copyOf(learners), LearnerId::value));
    }

    /** The programs whose credential awaits a learner. */
    public Map<LearnerId, Set<UUID>> programs(Collection<LearnerId> learners) {
        Map<LearnerId, Set<UUID>> programs = new HashMap<>();
        sql.query(
                "select learner_id, program_uuid from pending_award where learner_id = any(?) and program_uuid is not null",
                row -> programs.computeIfAbsent(new LearnerId(Row.text(row, "learner_id")), id -> new HashSet<>())
                        .add(UUID.fromString(Row.text(row, "program_uuid"))),
                (Object) Column.texts(List.copyOf(learners), LearnerId::value));
        return programs;
    }
}
