package org.laurel.completion.xapi.db;

/** The advisory lock of the one process that delivers statements; it is per database, which is per service. */
final class SenderLock {

    /** Any constant of our own. */
    static final long KEY = 0x7841_5049L;

    private SenderLock() {}
}
