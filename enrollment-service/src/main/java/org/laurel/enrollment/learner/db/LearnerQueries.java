package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Sql;

/** Finds single learners. */
@ApplicationScoped
public class LearnerQueries {

    private final Sql sql;

    LearnerQueries(Sql sql) {
        this.sql = sql;
    }

    public Optional<Learner> byId(LearnerId learnerId) {
        return sql.first(LearnerRows.SELECT + "l.learner_id = ?", LearnerRows::learner, learnerId.value());
    }

    /** By username, ignoring case. */
    public Optional<Learner> byUsername(String username) {
        return sql.first(LearnerRows.SELECT + "lower(l.username) = lower(?)", LearnerRows::learner, username);
    }

    /** By email address, ignoring case; nobody has the empty one. */
    public Optional<Learner> byEmail(String email) {
        return sql.first(
                LearnerRows.SELECT + "lower(l.email) = lower(?) and l.email <> ''", LearnerRows::learner, email);
    }
}
