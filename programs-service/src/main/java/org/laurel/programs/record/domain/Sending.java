package org.laurel.programs.record.domain;

/** What became of a record that somebody wanted to send. Source: programs, records, send. */
public enum Sending {
    /** The mail goes if and only if the transaction commits. */
    SENT,
    /** The program leads to no such pathway that takes records. */
    NO_PATHWAY,
    /** The program has no configuration of its certificate. */
    NOT_CONFIGURED,
    /** The learner has left. */
    NO_LEARNER
}
