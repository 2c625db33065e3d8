package org.laurel.programs.credential.domain;

/** What became of a decision about a credential. */
public enum Decided {
    /** It holds, or what there was is taken back. */
    CHANGED,
    /** It says what was decided already. */
    UNCHANGED,
    /** There is no such credential. */
    NO_CREDENTIAL,
    /** There is no decision to take back. */
    NO_DECISION,
    /** Another version of the decision holds than the caller has seen. */
    OTHER_VERSION
}
