package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Who has left, or is about to. */
@ApplicationScoped
public class Departures {

    private final Sql sql;

    Departures(Sql sql) {
        this.sql = sql;
    }

    /**
     * What speaks against changing these accounts, in a new map: {@link Objection#RETIRED} or {@link
     * Objection#RETIREMENT_PENDING}. Those who stay are left out.
     */
    public Map<LearnerId, Objection> of(Collection<LearnerId> learnerIds) {
        String[] ids = Column.texts(List.copyOf(learnerIds), LearnerId::value);
        Map<LearnerId, Objection> departures = new HashMap<>();
        sql.query(
                """
                select learner_id, true as retired from retired_person where learner_id = any(?)
                union all
                select learner_id, false from retirement
                where learner_id = any(?) and retired_at is null and cancelled_at is null
                """,
                row -> departures.merge(
                        new LearnerId(Row.text(row, "learner_id")),
                        row.getBoolean("retired") ? Objection.RETIRED : Objection.RETIREMENT_PENDING,
                        (one, other) -> one == Objection.RETIRED ? one : other),
                ids,
                ids);
        return departures;
    }

    /** Who of them is retired for good: whatever is still told of those brings nothing back. */
    public Set<LearnerId> retired(Collection<LearnerId> learnerIds) {
        return of(learnerIds).entrySet().stream()
                .filter(departure -> departure.getValue() == Objection.RETIRED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
