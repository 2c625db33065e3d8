package org.laurel.enrollment.account.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Learners whose identity matters, because they are enrolled in a mode that leads to a verified certificate. */
@ApplicationScoped
public class VerifiedEnrollments {

    private static final String[] MODES = {
        "verified", "professional", "masters", "executive-education", "paid-executive-education", "paid-bootcamp"
    };

    private final Sql sql;

    VerifiedEnrollments(Sql sql) {
        this.sql = sql;
    }

    /** Those of the learners. */
    public Set<LearnerId> among(Collection<LearnerId> learnerIds) {
        return sql
                .query(
                        "select distinct learner_id from enrollment where is_active and learner_id = any(?) and mode = any(?)",
                        row -> new LearnerId(Row.text(row, "learner_id")),
                        Column.texts(List.copyOf(learnerIds), LearnerId::value),
                        MODES)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
