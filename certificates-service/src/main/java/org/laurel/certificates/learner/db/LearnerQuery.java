package org.laurel.certificates.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.kit.sql.Sql;

/** Looks learners up for reads. */
@ApplicationScoped
public class LearnerQuery {

    private final Sql sql;

    LearnerQuery(Sql sql) {
        this.sql = sql;
    }

    /** The learner with this username, ignoring case; after a hand-over of a username, the one who has it now. */
    public Optional<Learner> byUsername(String username) {
        return sql.first(
                "select * from learner where lower(username) = lower(?) order by occurred_at desc limit 1",
                LearnerRow::learner,
                username);
    }
}
