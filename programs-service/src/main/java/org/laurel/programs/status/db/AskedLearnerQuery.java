package org.laurel.programs.status.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds many learners at once, each by id or by username. */
@ApplicationScoped
public class AskedLearnerQuery {

    private final Sql sql;

    AskedLearnerQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * Who is asked for: by one of the two.
     *
     * @param item a number of the asker's choice
     */
    public record Named(
            int item, @Nullable String learnerId, @Nullable String username) {}

    /** A learner who is known. */
    public record Known(LearnerId id, String username) {}

    private record Line(int item, Known known) {}

    /** The learners by item; unknown ones are left out. A username is looked up ignoring case, and is its present holder's. */
    public Map<Integer, Known> find(List<Named> named) {
        return sql
                .query(
                        """
                        select t.item, l.learner_id, l.username
                        from unnest(?::int[], ?::text[], ?::text[]) as t (item, learner_id, username)
                        cross join lateral (
                            (select i.learner_id, i.username from learner i where i.learner_id = t.learner_id)
                            union all
                            (select n.learner_id, n.username from learner n
                             where lower(n.username) = lower(t.username) and n.username <> ''
                             order by n.changed_at desc limit 1)) l
                        """,
                        row -> new Line(
                                row.getInt("item"),
                                new Known(new LearnerId(Row.text(row, "learner_id")), Row.text(row, "username"))),
                        Column.integers(named, Named::item),
                        Column.texts(named, Named::learnerId),
                        Column.texts(named, Named::username))
                .stream()
                .collect(Collectors.toMap(Line::item, Line::known));
    }
}
