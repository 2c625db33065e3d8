package org.laurel.kit.test;

/**
 * The connection between the services under test and one server. Probes do not go through it. A test that cuts a gate
 * restores it, at best in an {@code @AfterEach} method, because all tests of the JVM share it.
 */
public final class Gate {

    private final Runnable cut;
    private final Runnable restore;

    Gate(Runnable cut, Runnable restore) {
        this.cut = cut;
        this.restore = restore;
    }

    /** Ends every connection and drops new ones until {@link #restore()}; cutting twice is cutting once. */
    public void cut() {
        cut.run();
    }

    /** Lets new connections through; does nothing when the gate is open. */
    public void restore() {
        restore.run();
    }
}
