package org.laurel.enrollment.importing.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds learners by the names that rows have for them, many by one statement. */
@ApplicationScoped
public class LearnerNames {

    private final Sql sql;

    LearnerNames(Sql sql) {
        this.sql = sql;
    }

    /** By username ignoring case, in a new map by the text that was asked for. */
    public Map<String, LearnerId> byUsername(Collection<String> usernames) {
        return find("""
                select t.name, l.learner_id from unnest(?::text[]) as t (name)
                join learner l on lower(l.username) = lower(t.name)
                """, usernames);
    }

    /** By email address ignoring case, in a new map by the text that was asked for. */
    public Map<String, LearnerId> byEmail(Collection<String> emails) {
        return find("""
                select t.name, l.learner_id from unnest(?::text[]) as t (name)
                join learner l on lower(l.email) = lower(t.name) and l.email <> ''
                """, emails);
    }

    private Map<String, LearnerId> find(String statement, Collection<String> names) {
        Map<String, LearnerId> found = new HashMap<>();
        if (!names.isEmpty()) {
            sql.query(
                    statement,
                    row -> found.put(Row.text(row, "name"), new LearnerId(Row.text(row, "learner_id"))),
                    (Object) names.stream().distinct().toArray(String[]::new));
        }
        return found;
    }
}
