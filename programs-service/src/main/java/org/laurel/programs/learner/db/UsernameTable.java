package org.laurel.programs.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.learner.domain.ReplaceUsername;

/** The usernames of our replica of learners, where they are replaced by hand: one statement for all of a call. */
@ApplicationScoped
public class UsernameTable {

    private final Sql sql;

    UsernameTable(Sql sql) {
        this.sql = sql;
    }

    private record Holder(String username, LearnerId learnerId) {}

    /** Who has the usernames at present, by {@link ReplaceUsername#key}; those that nobody has are left out. */
    public Map<String, LearnerId> holders(List<String> usernames) {
        return sql
                .query(
                        """
                        select t.username, l.learner_id
                        from unnest(?::text[]) as t (username)
                        cross join lateral (
                            select n.learner_id from learner n
                            where lower(n.username) = lower(t.username) and n.username <> ''
                            order by n.changed_at desc limit 1) l
                        """,
                        row -> new Holder(Row.text(row, "username"), new LearnerId(Row.text(row, "learner_id"))),
                        (Object) usernames.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(
                        holder -> ReplaceUsername.key(holder.username()), Holder::learnerId, (a, b) -> a));
    }

    /**
     * Replaces usernames and blanks names. Versions stay, so that what enrollment-service tells next takes the place; what it
     * told before and comes again does not.
     */
    public void replace(Map<LearnerId, String> usernames, Instant at) {
        if (usernames.isEmpty()) {
            return;
        }
        List<Map.Entry<LearnerId, String>> entries = List.copyOf(usernames.entrySet());
        sql.update("""
                update learner l set username = t.username, name = '', changed_at = greatest(l.changed_at, ?)
                from unnest(?::text[], ?::text[]) as t (learner_id, username)
                where l.learner_id = t.learner_id
                """, at, Column.texts(entries, Map.Entry::getKey), Column.texts(entries, Map.Entry::getValue));
    }
}
