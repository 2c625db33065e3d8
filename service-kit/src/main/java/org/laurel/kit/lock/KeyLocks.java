package org.laurel.kit.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.laurel.kit.sql.Sql;

/**
 * Locks Kafka keys for the rest of the transaction. Every write locks the keys that it will publish under before it reads
 * facts: writes to one key follow one another, and outbox numbers taken afterwards are commit order per key.
 *
 * <p>One call locks in sorted order, so transactions that call once cannot block each other in a circle. Over several calls
 * of one transaction there is no such order: a circle is possible, and PostgreSQL breaks it after a second by failing one of
 * the transactions (SQLState 40P01). That failure is transient: the batch is tried again from its beginning, a request is
 * answered 503 and may be repeated. A service whose transactions take several kinds of locks has one order for them, with the
 * keys first; that of programs-service is in ADR 0030.
 */
@ApplicationScoped
public class KeyLocks {

    private static final Object HELD = new Object();

    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;

    KeyLocks(Sql sql, TransactionSynchronizationRegistry transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** Locks the keys; those that this transaction already holds cost nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<String> keys) {
        Set<String> held = held();
        Set<String> wanted = new TreeSet<>(keys);
        wanted.removeAll(held);
        if (wanted.isEmpty()) {
            return;
        }
        // An update that never happens still locks the row that is there, so one statement serves new and known keys.
        sql.update("""
                insert into key_lock (key) select k from unnest(?::text[]) k order by k collate "C"
                on conflict (key) do update set key = key_lock.key where false
                """, (Object) wanted.toArray(String[]::new));
        held.addAll(wanted);
    }

    /**
     * Keeps subjects as they are until the end of the transaction: {@link #change} of one of them waits. For what many keys
     * depend on, a course run's settings for instance. Call it after {@link #lock}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Collection<String> subjects) {
        advisory("pg_advisory_xact_lock_shared", subjects);
    }

    /** Waits until nobody holds the subjects and keeps others from holding them until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(Collection<String> subjects) {
        advisory("pg_advisory_xact_lock", subjects);
    }

    private void advisory(String function, Collection<String> subjects) {
        if (!subjects.isEmpty()) {
            sql.query(
                    "select " + function
                            + "(hashtextextended(s, 0)) from (select s from unnest(?::text[]) s order by s) s",
                    row -> true,
                    (Object) new TreeSet<>(subjects).toArray(String[]::new));
        }
    }

    @SuppressWarnings("unchecked")
    private Set<String> held() {
        Set<String> held = (Set<String>) transaction.getResource(HELD);
        if (held == null) {
            held = new HashSet<>();
            transaction.putResource(HELD, held);
        }
        return held;
    }
}
