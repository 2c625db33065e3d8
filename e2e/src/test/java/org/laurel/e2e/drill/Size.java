package org.laurel.e2e.drill;

/** How large a drill is: small by itself, and whatever the system properties {@code drill.…} say. */
final class Size {
    /** Events that platforms send while services are killed. */
    static final int EVENTS = number("events", 10_000);
    /** How often a service is killed at a random moment. */
    static final int KILLS = number("kills", 16);
    /** Whether every service is killed at every named point, or each point is met once and the certificates service at all. */
    static final boolean ALL_POINTS = Boolean.getBoolean("drill.all-points");
    /** Seconds for which the broker is away. */
    static final int BROKER_SECONDS = number("broker-seconds", 60);
    /** How often the broker is restarted after that. */
    static final int BROKER_RESTARTS = number("broker-restarts", 20);
    /** Seconds for which the database is away. */
    static final int DATABASE_SECONDS = number("database-seconds", 30);
    /** Seconds for which connections are refused. */
    static final int REFUSED_SECONDS = number("refused-seconds", 10);
    /** Records among which one of a hundred is malformed. */
    static final int POISON_EVENTS = number("poison-events", 2_000);
    /** How often a replica joins and leaves. */
    static final int REBALANCES = number("rebalances", 4);
    /** Learners of the site, and as many of Laurel's own, while the bridge is killed. */
    static final int BRIDGE_LEARNERS = number("bridge-learners", 60);
    /** How often the bridge is killed at a random moment. */
    static final int BRIDGE_KILLS = number("bridge-kills", 4);
    /** Sets the random choices. */
    static final long SEED = Long.getLong("drill.seed", 20_250_304L);

    private Size() {}

    private static int number(String name, int usual) {
        return Integer.getInteger("drill." + name, usual);
    }
}
