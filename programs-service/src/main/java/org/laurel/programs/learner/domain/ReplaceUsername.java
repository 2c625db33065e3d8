package org.laurel.programs.learner.domain;

import java.util.Locale;

/** Give the learner who has one username another. */
public record ReplaceUsername(String from, String to) {

    private static final int LONGEST = 255;

    /** Whether the new username is one that a learner can have. */
    public boolean isPossible() {
        return !to.isBlank() && to.length() <= LONGEST && to.indexOf('\0') < 0;
    }

    /** A username as it is compared. */
    public static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
