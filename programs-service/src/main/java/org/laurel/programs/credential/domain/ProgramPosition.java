package org.laurel.programs.credential.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of a learner's credential for a program.
 *
 * @param stored the credential, null when there is none
 * @param waiting the standing that the learner has earned and that waits to be made, null when none does
 * @param decision what staff decided, null when they never did
 */
public record ProgramPosition(
        @Nullable ProgramCredential stored,
        @Nullable ProgramStanding waiting,
        @Nullable StaffDecision decision) {

    /** A learner of whom nothing is stored. */
    public static final ProgramPosition NOTHING = new ProgramPosition(null, null, null);

    /** What certificates and catalogue have given so far, made or waiting; null when they never gave anything. */
    @Nullable ProgramStanding earned() {
        return waiting == null ? made() : waiting;
    }

    /** What certificates and catalogue gave the last time that it was made; null when it never was. */
    @Nullable ProgramStanding made() {
        return stored == null ? null : stored.automatic();
    }

    /** What others know of the credential, null when there is none. */
    @Nullable ProgramStanding shown() {
        return stored == null ? null : stored.standing();
    }
}
