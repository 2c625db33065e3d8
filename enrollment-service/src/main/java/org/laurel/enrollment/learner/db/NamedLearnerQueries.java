package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds learners by what people call them: many at once by one statement. */
@ApplicationScoped
public class NamedLearnerQueries {

    private final Sql sql;

    NamedLearnerQueries(Sql sql) {
        this.sql = sql;
    }

    /** A learner who was named. */
    public record Named(LearnerId id, String username, String email) {}

    private record Found(String name, Named learner) {}

    /**
     * The learners with these usernames or email addresses, ignoring case, each under the name that was asked for. A name that
     * is one learner's email address and another's username means the former.
     */
    public Map<String, Named> byUsernamesOrEmails(Collection<String> names) {
        return find(names, false);
    }

    /** The learners with these email addresses, usernames or ids; in this order if a name is several learners'. */
    public Map<String, Named> byAnyName(Collection<String> names) {
        return find(names, true);
    }

    private Map<String, Named> find(Collection<String> names, boolean idsToo) {
        // PostgreSQL keeps no text with this character and refuses even to look for one.
        List<String> asked =
                names.stream().filter(name -> name.indexOf('\0') < 0).distinct().toList();
        Map<String, Named> learners = new HashMap<>();
        sql.query(
                        """
                        with asked as (select unnest(?::text[]) as asked)
                        select a.asked, l.*, 2 as rank from asked a join learner l on lower(l.username) = lower(a.asked)
                        where %1$s
                        union all
                        select a.asked, l.*, 1 from asked a join learner l on lower(l.email) = lower(a.asked) and l.email <> ''
                        where %1$s
                        union all
                        select a.asked, l.*, 3 from asked a join learner l on l.learner_id = a.asked
                        where ?::boolean and %1$s
                        order by rank
                        """.formatted(LearnerRows.NOT_RETIRED),
                        row -> new Found(
                                Row.text(row, "asked"),
                                new Named(
                                        new LearnerId(Row.text(row, "learner_id")),
                                        Row.text(row, "username"),
                                        Row.text(row, "email"))),
                        Column.texts(asked, name -> name),
                        idsToo)
                .forEach(found -> learners.putIfAbsent(found.name(), found.learner()));
        return learners;
    }
}
