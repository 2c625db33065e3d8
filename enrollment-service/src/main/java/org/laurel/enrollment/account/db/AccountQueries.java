package org.laurel.enrollment.account.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds what accounts show besides the learner and the profile. */
@ApplicationScoped
public class AccountQueries {

    private record Line(LearnerId id, Details details) {}

    private final Sql sql;

    AccountQueries(Sql sql) {
        this.sql = sql;
    }

    /** The details of these learners. */
    public Map<LearnerId, Details> of(Collection<LearnerId> learnerIds) {
        Map<LearnerId, Details> found = new HashMap<>();
        sql.query(
                        """
                        select l.learner_id, l.joined_at, n.name as wanted_name from learner l
                        left join name_change n on n.learner_id = l.learner_id and n.state = 'pending'
                        where l.learner_id = any(?)
                        """,
                        row -> new Line(
                                new LearnerId(Row.text(row, "learner_id")),
                                new Details(Row.instant(row, "joined_at"), row.getString("wanted_name"))),
                        (Object) Column.texts(List.copyOf(learnerIds), LearnerId::value))
                .forEach(line -> found.put(line.id(), line.details()));
        return found;
    }

    /**
     * What is shown besides.
     *
     * @param joinedAt since when the learner is known
     * @param pendingName the name that the learner has asked for, null without a pending request
     */
    public record Details(Instant joinedAt, @Nullable String pendingName) {}
}
