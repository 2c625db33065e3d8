package org.laurel.programs.configuration.domain;

/** What became of a command on a signatory. */
public sealed interface SignatoryOutcome {

    /** The signatory as it is now, changed or not. */
    record Saved(Signatory signatory) implements SignatoryOutcome {}

    /** It is gone. */
    record Deleted() implements SignatoryOutcome {}

    /** There is none with this id. */
    record Unknown() implements SignatoryOutcome {}

    /** It was changed by somebody else since. */
    record Outdated() implements SignatoryOutcome {}

    /**
     * It cannot be deleted, since configurations name it.
     *
     * @param programs of how many programs
     */
    record InUse(int programs) implements SignatoryOutcome {}
}
