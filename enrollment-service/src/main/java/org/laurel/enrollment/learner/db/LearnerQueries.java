package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.kit.sql.Sql;

/** Finds single learners; of those who are retired nobody finds anything. */
@ApplicationScoped
public class LearnerQueries {

    private final Sql sql;

    LearnerQueries(Sql sql) {
        this.sql = sql;
    }

    /** By id; a text that is no id finds nobody. */
    public Optional<Learner> byId(String learnerId) {
        return find("l.learner_id = ?", learnerId);
    }

    /** By username, ignoring case. */
    public Optional<Learner> byUsername(String username) {
        return find("lower(l.username) = lower(?)", username);
    }

    /** By email address, ignoring case; nobody has the empty one. */
    public Optional<Learner> byEmail(String email) {
        return find("lower(l.email) = lower(?) and l.email <> ''", email);
    }

    /**
     * Whom a token means: the learner with its subject as id, else, when nobody, retired or not, has that id, the one with its
     * username, ignoring case.
     */
    public Optional<Learner> ofToken(String subject, String username) {
        return subject.indexOf('\0') >= 0 || username.indexOf('\0') >= 0
                ? Optional.empty()
                : sql.first(
                        LearnerRows.SELECT + LearnerRows.NOT_RETIRED + """
                                 and l.learner_id in (
                                    select ?::text union all
                                    select n.learner_id from learner n where lower(n.username) = lower(?)
                                        and not exists (select from learner s where s.learner_id = ?)
                                        and not exists (select from retired_person p where p.learner_id = ?))
                                """,
                        LearnerRows::learner,
                        subject,
                        username,
                        subject,
                        subject);
    }

    /** Those who have one of the usernames, ignoring case; by username. */
    public List<Learner> byUsernames(Collection<String> usernames) {
        String[] storable =
                usernames.stream().filter(name -> name.indexOf('\0') < 0).toArray(String[]::new);
        return sql.query(LearnerRows.SELECT + LearnerRows.NOT_RETIRED + """
                         and l.learner_id in (select n.learner_id from learner n
                                             join unnest(?::text[]) as asked on lower(n.username) = lower(asked))
                        order by lower(l.username)
                        """, LearnerRows::learner, (Object) storable);
    }

    private Optional<Learner> find(String condition, String text) {
        // PostgreSQL keeps no text with this character and refuses even to look for one.
        return text.indexOf('\0') >= 0
                ? Optional.empty()
                : sql.first(
                        LearnerRows.SELECT + condition + " and " + LearnerRows.NOT_RETIRED, LearnerRows::learner, text);
    }
}
