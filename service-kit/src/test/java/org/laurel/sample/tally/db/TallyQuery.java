package org.laurel.sample.tally.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.kit.sql.Sql;

/** Reads tallies for the REST API. */
@ApplicationScoped
public class TallyQuery {

    private final Sql sql;

    TallyQuery(Sql sql) {
        this.sql = sql;
    }

    /** A learner's tally as the API shows it. */
    public record Tally(String learnerId, long total) {}

    /** One learner's tally. */
    public Optional<Tally> of(String learnerId) {
        return sql.first(
                "select learner_id, total from tally where learner_id = ?",
                row -> new Tally(row.getString(1), row.getLong(2)),
                learnerId);
    }

    /** Tallies of learners whose id begins so, by id. */
    public List<Tally> page(String prefix, int limit, int offset) {
        return sql.query(
                "select learner_id, total from tally where starts_with(learner_id, ?) order by learner_id limit ? offset ?",
                row -> new Tally(row.getString(1), row.getLong(2)),
                prefix,
                limit,
                offset);
    }

    /** How many there are. */
    public long count(String prefix) {
        return sql.query("select count(*) from tally where starts_with(learner_id, ?)", row -> row.getLong(1), prefix)
                .getFirst();
    }
}
