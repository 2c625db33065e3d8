package org.laurel.completion.standing.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.StandingChange;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds the course runs of a learner to which something told of a run or of a whole organisation applies. */
@ApplicationScoped
public class AffectedRuns {

    private final Sql sql;

    AffectedRuns(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a fact is about.
     *
     * @param courseKey null for all of the learner's course runs of the organisation
     */
    public record Scope(LearnerId learnerId, @Nullable CourseKey courseKey, String org, Instant at, Cause cause) {}

    /** The changes in single course runs; one statement, and none without a whole organisation. */
    public List<StandingChange> of(List<Scope> scopes) {
        Map<LearnerId, List<CourseKey>> known = knownRuns(scopes);
        List<StandingChange> changes = new ArrayList<>();
        for (Scope scope : scopes) {
            if (scope.courseKey() != null) {
                changes.add(change(scope, scope.courseKey()));
            } else {
                known.getOrDefault(scope.learnerId(), List.of()).stream()
                        .filter(courseKey -> courseKey.org().equals(scope.org()))
                        .forEach(courseKey -> changes.add(change(scope, courseKey)));
            }
        }
        return changes;
    }

    private static StandingChange change(Scope scope, CourseKey courseKey) {
        return new StandingChange(new CourseLearner(courseKey, scope.learnerId()), scope.at(), scope.cause());
    }

    private Map<LearnerId, List<CourseKey>> knownRuns(List<Scope> scopes) {
        Set<String> learners = new HashSet<>();
        scopes.stream()
                .filter(scope -> scope.courseKey() == null)
                .forEach(scope -> learners.add(scope.learnerId().value()));
        if (learners.isEmpty()) {
            return Map.of();
        }
        return sql
                .query(
                        """
                        select learner_id, course_key from course_progress where learner_id = any(?)
                        """,
                        row -> new CourseLearner(
                                new CourseKey(Row.text(row, "course_key")), new LearnerId(Row.text(row, "learner_id"))),
                        (Object) learners.toArray(String[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        CourseLearner::learnerId, Collectors.mapping(CourseLearner::courseKey, Collectors.toList())));
    }
}
