package org.laurel.bridge.outbound.domain;

/** Whether a fact tells of something that others were told of before. */
public enum Retelling {

    /** It is news. */
    NO,

    /** It is, when others know its version: nothing in it has changed. */
    IF_KNOWN,

    /** It says so. */
    YES
}
