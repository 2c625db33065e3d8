package org.laurel.enrollment.learner.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.learner.domain.Identified;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Who has which email addresses, and what to lock so that it stays so. All addresses share 64 locks, because PostgreSQL has room
 * for about as many in each transaction; who shares one by chance waits in vain, but not for long. Only the database folds
 * addresses, so that those which it takes for the same have the same lock.
 */
@ApplicationScoped
public class AddressTable {

    private static final String SUBJECT =
            "select distinct 'addresses ' || (hashtextextended(lower(email), 0) & 63) as subject ";

    private final Sql sql;

    AddressTable(Sql sql) {
        this.sql = sql;
    }

    /** Whose these addresses are, ignoring case; those that nobody has are left out. */
    public Map<String, Identified> holders(Collection<String> emails) {
        Map<String, Identified> holders = new HashMap<>();
        sql.query(
                """
                select e.email as asked, l.learner_id, l.email, l.is_active
                from unnest(?::text[]) as e (email) join learner l on lower(l.email) = lower(e.email) and l.email <> ''
                """,
                row -> holders.put(
                        Row.text(row, "asked"),
                        new Identified(
                                new LearnerId(Row.text(row, "learner_id")),
                                Row.text(row, "email"),
                                row.getBoolean("is_active"))),
                (Object) emails.toArray(String[]::new));
        return holders;
    }

    /** What to lock for these addresses. */
    public List<String> locks(Collection<String> emails) {
        return sql.query(SUBJECT + "from unnest(?::text[]) as e (email)", row -> Row.text(row, "subject"), (Object)
                emails.toArray(String[]::new));
    }

    /** What to lock for the present addresses of these learners. */
    public List<String> locksOf(Collection<LearnerId> learnerIds) {
        return sql.query(
                SUBJECT + "from learner where learner_id = any(?) and email <> ''",
                row -> Row.text(row, "subject"),
                (Object) Column.texts(List.copyOf(learnerIds), LearnerId::value));
    }

    /** Remembers what is locked now. */
    public void mark() {
        sql.update("savepoint addresses");
    }

    /** Frees what was locked since the mark, and takes back what was written. */
    public void free() {
        sql.update("rollback to savepoint addresses");
    }
}
