package org.laurel.e2e.drill;

import java.util.Locale;

/**
 * Where a service stands when it is killed. Real locks of the database, taken by the drill, hold it there; the service knows
 * nothing of it.
 */
enum KillPoint {
    /** It has claimed the records and waits for the locks of their keys. */
    CLAIMED("lock table key_lock in exclusive mode", "", "%key_lock%"),
    /** It has decided and saved, and is about to append to the outbox. */
    DECIDED("lock table outbox in share mode", "", "%insert into outbox%"),
    /** It commits, and the commit never happens. */
    COMMITTING("select pg_advisory_lock(4711)", Triggers.AT_COMMIT, "commit%"),
    /** It commits, and the commit happens when nobody is there any more to hear of it. */
    COMMITTED_UNHEARD("select pg_advisory_lock(4711)", Triggers.AT_COMMIT, "commit%"),
    /** It has committed and has published nothing of it. */
    UNPUBLISHED("", "", ""),
    /** The broker has acknowledged, and the rows are not deleted yet. */
    UNDELETED("select pg_advisory_lock(4711)", Triggers.AT_DELETE, "delete from outbox%");

    /** The advisory lock for which a trigger of the drill waits. */
    static final long HELD = 4_711;

    /** The advisory lock of the relay that publishes. */
    static final long OF_RELAY = 0x4C41_5552_454CL;

    private final String lock;
    private final String trigger;
    private final String waiting;

    KillPoint(String lock, String trigger, String waiting) {
        this.lock = lock;
        this.trigger = trigger;
        this.waiting = waiting;
    }

    /** What the drill does to hold the service there. */
    String lock() {
        return lock;
    }

    /** The trigger that waits for the lock, where the service itself would not; otherwise empty. */
    String trigger() {
        return trigger;
    }

    /** The statement in which the service waits then, as a pattern. */
    String waiting() {
        return waiting;
    }

    /** Whether the server is kept from finishing the statement by itself, as it does while nobody tells it of the kill. */
    boolean endsWithTheService() {
        return this == COMMITTING || this == UNDELETED;
    }

    /** When a trigger of the drill waits. */
    private static final class Triggers {
        static final String AT_COMMIT = "create constraint trigger drill_hold after insert on outbox "
                + "deferrable initially deferred for each row execute function drill_hold()";
        static final String AT_DELETE =
                "create trigger drill_hold before delete on outbox for each statement execute function drill_hold()";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
