package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.kit.sql.Sql;

/** Finds single learners. */
@ApplicationScoped
public class LearnerQueries {

    private final Sql sql;

    LearnerQueries(Sql sql) {
        this.sql = sql;
    }

    /** By id; a text that is no id finds nobody. */
    public Optional<Learner> byId(String learnerId) {
        return sql.first(LearnerRows.SELECT + "l.learner_id = ?", LearnerRows::learner, learnerId);
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
