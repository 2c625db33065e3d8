package org.laurel.certificates.generation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.domain.LearnerSet;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds the learners whom a generation run takes on: one statement, whatever their number. */
@ApplicationScoped
public class CandidateQuery {

    private static final String NEWEST_POLICY =
            " from run_policy p where p.course_key = ? order by p.occurred_at desc, p.id desc limit 1)";

    private static final String NEEDS_PASSING =
            "coalesce((select p.completion_threshold is null or p.completion_requires_passing" + NEWEST_POLICY
                    + ", true)";

    private static final String THRESHOLD = "(select p.completion_threshold" + NEWEST_POLICY;

    /** Until the first threshold has reached the standing, completion is what is kept for that day. */
    private static final String KNOWN_COMPLETION = "coalesce(s.completion, (select k.percent from course_completion k"
            + " where k.learner_id = s.learner_id and k.course_key = s.course_key), 0)";

    /** What costs a look at each learner comes last. */
    private static final String ENOUGH_COMPLETED =
            "(" + THRESHOLD + " is null or s.completion_settled or " + KNOWN_COMPLETION + " >= " + THRESHOLD + ")";

    private final Sql sql;

    CandidateQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where to look.
     *
     * @param listed the learners on the list, for a selector with one; null when run {@code runId} keeps them
     */
    public record Scope(
            CourseKey courseKey,
            Selector selector,
            @Nullable List<LearnerId> listed,
            @Nullable Long runId) {}

    /** A learner as a preview shows him or her. */
    public record Candidate(
            String learnerId,
            @Nullable String username,
            @Nullable String status) {}

    /** How many learners there are. */
    public long count(Scope scope) {
        Condition condition = condition(scope);
        return sql.first(
                        "select count(*) from standing s left join certificate c using (learner_id, course_key)\n"
                                + condition.text(),
                        row -> row.getLong(1),
                        condition.arguments().toArray())
                .orElse(0L);
    }

    /** The next learners in order, after the given one. */
    public List<LearnerId> next(Scope scope, String after, int limit) {
        Condition condition = condition(scope).and("s.learner_id > ?", after);
        return sql.query(
                "select s.learner_id from standing s left join certificate c using (learner_id, course_key)\n"
                        + condition.text() + " order by s.learner_id limit " + limit,
                row -> new LearnerId(Row.text(row, "learner_id")),
                condition.arguments().toArray());
    }

    /** The first learners, with what a person wants to see of them. */
    public List<Candidate> first(Scope scope, int limit) {
        Condition condition = condition(scope);
        return sql.query(
                "select s.learner_id, l.username, c.status from standing s\n"
                        + "left join certificate c using (learner_id, course_key) left join learner l using (learner_id)\n"
                        + condition.text() + " order by s.learner_id limit " + limit,
                row -> new Candidate(Row.text(row, "learner_id"), row.getString("username"), row.getString("status")),
                condition.arguments().toArray());
    }

    private static Condition condition(Scope scope) {
        Selector selector = scope.selector();
        Condition condition = new Condition("where s.is_active", List.of())
                .and("s.course_key = ?", scope.courseKey().value());
        if (selector.learner() != null) {
            condition = condition.and("s.learner_id = ?", selector.learner().value());
        }
        if (selector.learnerSet() == LearnerSet.LISTED) {
            condition = scope.listed() != null
                    ? condition.and("s.learner_id = any(?)", Column.texts(scope.listed(), LearnerId::value))
                    : condition.and(
                            "s.learner_id in (select learner_id from generation_run_learner where run_id = ?)",
                            scope.runId());
        }
        if (selector.allowlistedOnly()) {
            condition = condition.and("s.allowlisted");
        }
        if (selector.passingOnly()) {
            condition = condition
                    .and(
                            "(s.passing or not " + NEEDS_PASSING + ")",
                            scope.courseKey().value())
                    .and(
                            ENOUGH_COMPLETED,
                            scope.courseKey().value(),
                            scope.courseKey().value());
        }
        if (!selector.statuses().isEmpty()) {
            condition = condition.and("c.status = any(?)", Column.texts(selector.statuses(), CertificateStatus::slug));
        }
        return selector.leftOut().isEmpty()
                ? condition
                : condition.and(
                        "(c.status is null or c.status <> all(?))",
                        Column.texts(List.copyOf(selector.leftOut()), CertificateStatus::slug));
    }

    /** A where clause that grows, with its arguments in order. */
    private record Condition(String text, List<@Nullable Object> arguments) {

        Condition and(String more) {
            return new Condition(text + "\nand " + more, arguments);
        }

        Condition and(String more, Object first, Object second) {
            List<@Nullable Object> all = new ArrayList<>(arguments);
            all.add(first);
            all.add(second);
            return new Condition(text + "\nand " + more, all);
        }

        Condition and(String more, @Nullable Object argument) {
            List<@Nullable Object> all = new ArrayList<>(arguments);
            all.add(argument);
            return new Condition(text + "\nand " + more, all);
        }
    }
}
