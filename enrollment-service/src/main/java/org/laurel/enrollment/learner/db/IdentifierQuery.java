package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.learner.domain.Identified;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds learners by what people write to name them: an email address or a username. */
@ApplicationScoped
public class IdentifierQuery {

    private final Sql sql;

    IdentifierQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * Whom these words name, ignoring case, by one statement; words that name nobody are left out. A word that is one learner's
     * email address and another's username means the former.
     */
    public Map<String, Identified> find(Collection<String> words) {
        Map<String, Identified> found = new HashMap<>();
        sql.query(
                """
                select w.word, l.learner_id, l.email, l.is_active, 0 as by_email
                from unnest(?::text[]) as w (word) join learner l on lower(l.username) = lower(w.word)
                union all
                select w.word, l.learner_id, l.email, l.is_active, 1 as by_email
                from unnest(?::text[]) as w (word) join learner l on lower(l.email) = lower(w.word) and l.email <> ''
                order by by_email
                """,
                row -> found.put(Row.text(row, "word"), identified(row)),
                Column.texts(List.copyOf(words), word -> word),
                Column.texts(
                        words.stream().filter(word -> word.indexOf('@') >= 0).toList(), word -> word));
        return found;
    }

    private static Identified identified(ResultSet row) throws SQLException {
        return new Identified(
                new LearnerId(Row.text(row, "learner_id")), Row.text(row, "email"), row.getBoolean("is_active"));
    }
}
