package org.laurel.certificates.generation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds learners by what people write in lists. */
@ApplicationScoped
public class ListedLearnerQuery {

    private final Sql sql;

    ListedLearnerQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * The learners that texts stand for, by text: a username, else an e-mail address, both ignoring case, else a learner id.
     * Texts that stand for nobody are left out.
     */
    public Map<String, LearnerId> find(List<String> texts) {
        Map<String, LearnerId> found = new HashMap<>();
        if (texts.isEmpty()) {
            return found;
        }
        sql.query(
                """
                select t.text, coalesce(
                    (select learner_id from learner where lower(username) = lower(t.text) and username <> ''
                     order by occurred_at desc limit 1),
                    (select learner_id from learner where lower(email) = lower(t.text) and t.text like '%@%'
                     order by occurred_at desc limit 1),
                    (select learner_id from learner where learner_id = t.text)) as learner_id
                from unnest(?::text[]) as t (text)
                """,
                row -> {
                    String id = row.getString("learner_id");
                    if (id != null) {
                        found.put(Row.text(row, "text"), new LearnerId(id));
                    }
                    return found;
                },
                (Object) Column.texts(texts, text -> text));
        return found;
    }
}
