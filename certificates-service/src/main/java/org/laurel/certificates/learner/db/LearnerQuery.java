package org.laurel.certificates.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks learners up for reads. */
@ApplicationScoped
public class LearnerQuery {

    private final Sql sql;

    LearnerQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * The learner with this username, ignoring case; after a hand-over of a username, the one who has it now. Nobody has a
     * blank one: that is what retirement leaves.
     */
    public Optional<Learner> byUsername(String username) {
        return !mayName(username) ? Optional.empty() : sql.first("""
                        select * from learner where lower(username) = lower(?) and username <> ''
                        order by occurred_at desc limit 1
                        """, LearnerRow::learner, username);
    }

    /** The learner whom people mean by this text. See {@link #byUsernamesOrEmails}. */
    public Optional<Learner> byUsernameOrEmail(String usernameOrEmail) {
        return Optional.ofNullable(byUsernamesOrEmails(List.of(usernameOrEmail)).get(usernameOrEmail));
    }

    /**
     * The learners whom people mean by these texts, in one statement: those with such a username, else those with such an
     * e-mail address, ignoring case. Of several, the one whose account changed last.
     *
     * @return from each text as it was given; texts that mean nobody are left out
     */
    public Map<String, Learner> byUsernamesOrEmails(Collection<String> usernamesOrEmails) {
        Map<String, Learner> found = new HashMap<>();
        String[] asked = usernamesOrEmails.stream()
                .filter(LearnerQuery::mayName)
                .distinct()
                .toArray(String[]::new);
        if (asked.length == 0) {
            return found;
        }
        sql.query("""
                with asked as (select a as text, lower(a) as folded from unnest(?::text[]) a)
                select distinct on (m.asked) * from (
                    select a.text as asked, 1 as choice, l.* from asked a join learner l on lower(l.username) = a.folded
                    union all
                    select a.text as asked, 2 as choice, l.* from asked a join learner l on lower(l.email) = a.folded) m
                order by m.asked, m.choice, m.occurred_at desc, m.learner_id
                """, row -> found.put(Row.text(row, "asked"), LearnerRow.learner(row)), (Object) asked);
        return found;
    }

    /** The learner with this id; empty when nobody told us of one. */
    public Optional<Learner> byId(LearnerId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** The learners with these ids, in one statement; those of whom nobody told us are left out. */
    public Map<LearnerId, Learner> byIds(Collection<LearnerId> ids) {
        Map<LearnerId, Learner> found = new HashMap<>();
        sql.query(
                "select * from learner where learner_id = any(?)",
                row -> {
                    Learner learner = LearnerRow.learner(row);
                    return found.put(learner.id(), learner);
                },
                (Object) Column.texts(List.copyOf(ids), LearnerId::value));
        return found;
    }

    /** Nobody is named by nothing, nor by text that a database cannot hold. */
    private static boolean mayName(String text) {
        return !text.isBlank() && text.indexOf('\0') < 0;
    }
}
