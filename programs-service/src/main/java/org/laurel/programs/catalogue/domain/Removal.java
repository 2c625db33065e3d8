package org.laurel.programs.catalogue.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.ExpectedVersion;

/** What becomes of something of the catalogue that is to be deleted. */
public sealed interface Removal {

    /**
     * Decides.
     *
     * @param current the version that holds, null when there is none
     * @param usedBy what needs it, in a sentence, null when nothing does
     */
    static Removal decide(@Nullable Long current, ExpectedVersion expected, @Nullable String usedBy) {
        if (current == null) {
            return new Unknown();
        }
        if (!expected.isMetBy(current)) {
            return new Outdated(current);
        }
        return usedBy == null ? new Removed() : new InUse(usedBy);
    }

    /** It is gone; its history stays. */
    record Removed() implements Removal {}

    /** There is none of this uuid. */
    record Unknown() implements Removal {}

    /** Another version holds than the client expects. */
    record Outdated(long current) implements Removal {}

    /**
     * Something needs it.
     *
     * @param by what that is, in a sentence
     */
    record InUse(String by) implements Removal {}
}
