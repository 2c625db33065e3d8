package org.laurel.enrollment.namechange.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.namechange.domain.NameChange;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Lists requests for other names. */
@ApplicationScoped
public class NameChangeQueries {

    private final Sql sql;

    NameChangeQueries(Sql sql) {
        this.sql = sql;
    }

    /** Requests that wait, of learners with an id after the given one, by id. */
    public List<Waiting> pending(String after, int limit) {
        return sql.query(
                """
                select n.*, l.username, l.name as current_name from name_change n join learner l using (learner_id)
                where n.state = 'pending' and n.learner_id > ?
                  and not exists (select from retired_person r where r.learner_id = n.learner_id) order by n.learner_id limit ?
                """,
                row -> new Waiting(
                        NameChangeTable.change(row), Row.text(row, "username"), Row.text(row, "current_name")),
                after,
                limit);
    }

    /** A request with the account that it is about. */
    public record Waiting(NameChange change, String username, String currentName) {}
}
