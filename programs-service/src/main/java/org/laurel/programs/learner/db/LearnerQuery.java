package org.laurel.programs.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks learners up for reads. */
@ApplicationScoped
public class LearnerQuery {

    private final Sql sql;

    LearnerQuery(Sql sql) {
        this.sql = sql;
    }

    /** The learner with this username, ignoring case; after a hand-over of a username, the one who has it now. Nobody has the empty one. */
    public Optional<LearnerId> byUsername(String username) {
        return sql.first(
                "select learner_id from learner where lower(username) = lower(?) and username <> ''"
                        + " order by changed_at desc limit 1",
                row -> new LearnerId(Row.text(row, "learner_id")),
                username);
    }
}
