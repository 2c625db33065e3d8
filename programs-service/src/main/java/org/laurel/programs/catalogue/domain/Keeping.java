package org.laurel.programs.catalogue.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.ExpectedVersion;

/** What becomes of an organisation or a pathway that is put. */
public sealed interface Keeping {

    /**
     * Decides. Settings and catalogue have versions and a business time. Source: additions, everywhere.
     *
     * @param stored null when it is new
     * @param same whether the stored one says the same
     * @param lastVersion the last version that one of this uuid ever had, 0 when there was none: a deleted one that is put
     *     again goes on counting
     * @param now when it is put
     */
    static Keeping decide(
            @Nullable Versioned stored, boolean same, long lastVersion, ExpectedVersion expected, Instant now) {
        if (!expected.isMetBy(stored == null ? null : stored.version())) {
            return new Outdated(stored == null ? null : stored.version());
        }
        if (stored == null) {
            return new Created(lastVersion + 1, now, now);
        }
        if (same) {
            return new Unchanged(stored.version());
        }
        Instant at = now.isBefore(stored.modifiedAt()) ? stored.modifiedAt() : now;
        return new Replaced(stored.version() + 1, stored.createdAt(), at);
    }

    /** Which version holds, since when, and when the first one was put. */
    record Versioned(long version, Instant createdAt, Instant modifiedAt) {}

    /** What was put is what holds. */
    sealed interface Kept extends Keeping {

        /** The version in which it holds; versions count from 1. */
        long version();
    }

    /** Something that has to be kept. */
    sealed interface Change extends Kept {

        /** When it was first put. */
        Instant createdAt();

        /** Business time of the change, never before the last one. */
        Instant at();
    }

    /** It is new. */
    record Created(long version, Instant createdAt, Instant at) implements Change {}

    /** It differs from the stored one. */
    record Replaced(long version, Instant createdAt, Instant at) implements Change {}

    /** It says what the stored one says. */
    record Unchanged(long version) implements Kept {}

    /**
     * Another version holds than the client expects.
     *
     * @param current null when there is none
     */
    record Outdated(@Nullable Long current) implements Keeping {}

    /**
     * It cannot be kept beside what is there.
     *
     * @param code what kind of conflict it is
     * @param detail in a sentence
     */
    record Refused(String code, String detail) implements Keeping {}
}
