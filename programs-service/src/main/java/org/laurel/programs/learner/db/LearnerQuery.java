package org.laurel.programs.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.learner.domain.Learner;

/** Looks learners up for reads. */
@ApplicationScoped
public class LearnerQuery {

    private final Sql sql;

    LearnerQuery(Sql sql) {
        this.sql = sql;
    }

    /** The id of the learner with this username; see {@link #named}. */
    public Optional<LearnerId> byUsername(String username) {
        return named(username).map(Learner::id);
    }

    /**
     * The learner with this username, ignoring case; after a hand-over of a username, the one who has it now. Nobody has the
     * empty one.
     */
    public Optional<Learner> named(String username) {
        return sql.first(
                "select * from learner where lower(username) = lower(?) and username <> '' order by changed_at desc limit 1",
                LearnerQuery::learner,
                username);
    }

    /** The learner with this id; after a retirement all texts are empty. */
    public Optional<Learner> find(LearnerId id) {
        return sql.first("select * from learner where learner_id = ?", LearnerQuery::learner, id.value());
    }

    private static Learner learner(ResultSet row) throws SQLException {
        return new Learner(
                new LearnerId(Row.text(row, "learner_id")),
                Row.text(row, "username"),
                Row.text(row, "email"),
                Row.text(row, "name"),
                row.getBoolean("is_active"),
                row.getLong("version"),
                Row.instant(row, "changed_at"));
    }
}
