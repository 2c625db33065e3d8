package org.laurel.certificates.statement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Which learners are retired. */
@ApplicationScoped
public class RetirementQuery {

    private final Sql sql;

    RetirementQuery(Sql sql) {
        this.sql = sql;
    }

    /** Those of the learners who are retired. */
    public Set<LearnerId> retired(Collection<LearnerId> learners) {
        return sql
                .query(
                        "select learner_id from retired_person where learner_id = any(?)",
                        row -> new LearnerId(Row.text(row, "learner_id")),
                        (Object) Column.texts(List.copyOf(learners), LearnerId::value))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
