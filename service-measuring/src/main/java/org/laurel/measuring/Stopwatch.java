package org.laurel.measuring;

/** Runs from the moment it is made. */
public final class Stopwatch {

    private final long start = System.nanoTime();

    /** Seconds since the start. */
    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
