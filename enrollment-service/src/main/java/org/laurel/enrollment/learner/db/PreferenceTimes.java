package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Since when learners have the certificate preferences that they have. */
@ApplicationScoped
public class PreferenceTimes {

    /** Learners; with a course run, those who are or were enrolled in it. */
    public static final Listing LEARNERS = new Listing(
            "learner",
            List.of(Listing.Key.text("learner_id")),
            Listing.NOT_RETIRED,
            Listing.LEARNERS,
            "t.learner_id in (select e.learner_id from enrollment e where e.course_key = ?)",
            Listing.history("learner", "learner_id"));

    private final Sql sql;

    PreferenceTimes(Sql sql) {
        this.sql = sql;
    }

    /** The business time of the change that brought each learner's preferences. */
    public Map<LearnerId, Instant> of(Collection<LearnerId> learners) {
        Map<LearnerId, Instant> times = new HashMap<>();
        sql.query("""
                select l.learner_id, min(h.occurred_at) as since from learner l
                join learner_history h using (learner_id, preferences_version) where l.learner_id = any(?)
                group by l.learner_id
                """, row -> times.put(new LearnerId(Row.text(row, "learner_id")), Row.instant(row, "since")), (Object)
                Column.texts(List.copyOf(learners), LearnerId::value));
        return times;
    }
}
