package org.laurel.enrollment.optin.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.optin.domain.OptIn;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds what learners said of mail. */
@ApplicationScoped
public class OptInQueries {

    private final Sql sql;

    OptInQueries(Sql sql) {
        this.sql = sql;
    }

    /** What a learner said, by organisation. */
    public List<OptIn> of(LearnerId learnerId) {
        return sql.query(
                "select org, opted_in, changed_at from email_opt_in where learner_id = ? order by org",
                row -> new OptIn(
                        learnerId, Row.text(row, "org"), row.getBoolean("opted_in"), Row.instant(row, "changed_at")),
                learnerId.value());
    }
}
