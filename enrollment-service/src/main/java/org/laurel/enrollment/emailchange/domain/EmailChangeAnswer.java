package org.laurel.enrollment.emailchange.domain;

/** What became of a confirmation. */
public enum EmailChangeAnswer {
    /** The new address holds from now on. */
    CHANGED,
    /** Somebody has got the address meanwhile. */
    EXISTS,
    /** The key came too late. */
    EXPIRED,
    /** There is no such key, or its request is done or overtaken by a newer one. */
    UNKNOWN
}
