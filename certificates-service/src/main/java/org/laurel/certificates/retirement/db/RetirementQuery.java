package org.laurel.certificates.retirement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Counts the names of retired learners that certificates hold: there should be none. */
@ApplicationScoped
public class RetirementQuery {

    private final Sql sql;

    RetirementQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * Names of retired learners that certificates still hold.
     *
     * @param rows in how many rows of certificates and their history
     * @param learners how many learners they are of
     * @param first ids of the first ten learners
     */
    public record LeftNames(long rows, long learners, List<String> first) {}

    /** What a purge would find: nothing, unless names came past the retirement. */
    public LeftNames leftNames() {
        List<Left> left = sql.query(
                """
                select learner_id, count(*) as rows, count(*) over () as learners, sum(count(*)) over () as all_rows
                from (select learner_id from certificate where name <> ''
                      union all select learner_id from certificate_history where name <> '') n
                join retired_person using (learner_id)
                group by learner_id order by learner_id limit 10
                """, row -> new Left(Row.text(row, "learner_id"), row.getLong("all_rows"), row.getLong("learners")));
        return left.isEmpty()
                ? new LeftNames(0, 0, List.of())
                : new LeftNames(
                        left.getFirst().rows(),
                        left.getFirst().learners(),
                        left.stream().map(Left::learnerId).toList());
    }

    private record Left(String learnerId, long rows, long learners) {}
}
