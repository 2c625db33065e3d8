package org.laurel.measuring;

import java.lang.management.ManagementFactory;

/** This JVM's memory, in megabytes. */
public final class Heap {

    private static final double MEGABYTE = 1 << 20;

    private Heap() {}

    /** In use, garbage included. */
    public static double inUse() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    /** In use after collecting garbage. */
    public static double kept() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return inUse();
    }
}
