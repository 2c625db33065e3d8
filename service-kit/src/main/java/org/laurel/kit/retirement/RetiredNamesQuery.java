package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Counts the names of retired learners that the service still holds, wherever its {@link PersonalData} says that names are. */
@ApplicationScoped
public class RetiredNamesQuery {

    private final Sql sql;
    private final PersonalTables tables;

    RetiredNamesQuery(Sql sql, PersonalTables tables) {
        this.sql = sql;
        this.tables = tables;
    }

    /** What {@link RetiredNamesPurge} would find: nothing, unless names came past a retirement. */
    public LeftNames left() {
        List<Left> left = sql.query(
                "select learner_id, count(*) over () as learners, sum(count(*)) over () as names from (" + tables.left()
                        + ") n group by learner_id order by learner_id limit 10",
                row -> new Left(Row.text(row, "learner_id"), row.getLong("names"), row.getLong("learners")));
        return left.isEmpty()
                ? new LeftNames(0, 0, List.of())
                : new LeftNames(
                        left.getFirst().names(),
                        left.getFirst().learners(),
                        left.stream().map(Left::learnerId).toList());
    }

    private record Left(String learnerId, long names, long learners) {}
}
