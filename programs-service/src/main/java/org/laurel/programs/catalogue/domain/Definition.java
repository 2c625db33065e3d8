package org.laurel.programs.catalogue.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a program that is put. */
public sealed interface Definition {

    /**
     * Decides. Source: programs, entities; an unchanged save emits nothing.
     *
     * @param stored null when the program is new
     * @param sameDocument whether the stored document says the same
     * @param now when it is put
     */
    static Definition decide(@Nullable StoredProgram stored, boolean sameDocument, DefineProgram command, Instant now) {
        Program arrived = command.program();
        if (!command.expected().isMetBy(stored == null ? null : stored.version())) {
            return new Outdated(stored == null ? null : stored.version());
        }
        if (stored == null) {
            return new Created(1, now, arrived.status().awards());
        }
        if (sameDocument) {
            return new Unchanged(stored.version());
        }
        Instant at = now.isBefore(stored.modifiedAt()) ? stored.modifiedAt() : now;
        return new Replaced(stored.version() + 1, at, arrived.mayCompleteMoreThan(stored.program()));
    }

    /** The command's document is what holds. */
    sealed interface Kept extends Definition {

        /** The version in which it holds; versions count from 1. */
        long version();
    }

    /** A definition that has to be kept. */
    sealed interface Change extends Kept {

        /** Business time of the change, never before the last one. */
        Instant at();

        /** Whether somebody may complete the program now who did not before. */
        boolean mayComplete();
    }

    /** The program is new. */
    record Created(long version, Instant at, boolean mayComplete) implements Change {}

    /** The document differs from the stored one. */
    record Replaced(long version, Instant at, boolean mayComplete) implements Change {}

    /** The document says what the stored one says. */
    record Unchanged(long version) implements Kept {}

    /**
     * Another version holds than the client expects.
     *
     * @param current null when there is none
     */
    record Outdated(@Nullable Long current) implements Definition {}
}
