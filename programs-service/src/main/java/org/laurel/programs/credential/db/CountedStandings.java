package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CourseStanding;

/** The course credentials that count for programs: those that are made, and in their place those that wait to be. */
@ApplicationScoped
public class CountedStandings {

    private static final String SELECT = """
            select learner_id, course_key, status, mode, available_at, first_awarded_at, awarded_at, modified_at, basis
            from course_credential c where %1$s
              and not exists (select from pending_award p
                              where p.learner_id = c.learner_id and p.course_key = c.course_key)
            union all
            select learner_id, course_key, 'awarded', mode, available_at, first_earned_at, earned_at, modified_at,
                   'certificate'
            from pending_award where %1$s and course_key is not null
            """;

    private final Sql sql;

    CountedStandings(Sql sql) {
        this.sql = sql;
    }

    /** Standings by learner and run; learners without any are left out. */
    public Map<LearnerId, Map<CourseKey, CourseStanding>> load(
            Collection<LearnerId> learners, Collection<CourseKey> courseKeys) {
        Object who = Column.texts(List.copyOf(learners), LearnerId::value);
        Object where = Column.texts(List.copyOf(courseKeys), CourseKey::value);
        return read(SELECT.formatted("learner_id = any(?) and course_key = any(?)"), who, where, who, where);
    }

    /** All standings of the learners. */
    public Map<LearnerId, Map<CourseKey, CourseStanding>> ofLearners(Collection<LearnerId> learners) {
        Object who = Column.texts(List.copyOf(learners), LearnerId::value);
        return read(SELECT.formatted("learner_id = any(?)"), who, who);
    }

    private Map<LearnerId, Map<CourseKey, CourseStanding>> read(String select, Object... arguments) {
        Map<LearnerId, Map<CourseKey, CourseStanding>> standings = new HashMap<>();
        sql.query(
                select,
                row -> standings
                        .computeIfAbsent(new LearnerId(Row.text(row, "learner_id")), learner -> new HashMap<>())
                        .put(new CourseKey(Row.text(row, "course_key")), CourseCredentialStore.standing(row)),
                arguments);
        return standings;
    }
}
