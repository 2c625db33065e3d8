package org.laurel.programs.credential.domain;

import org.jspecify.annotations.Nullable;

/** Whether a certificate's mode is the one that a program asks for. Source: programs, course predicates. */
public final class Mode {

    private Mode() {}

    /**
     * A run of type credit asks for a verified certificate, a certificate of no-id-professional counts as professional, and
     * everything else must be the same.
     *
     * @param certified the certificate's mode
     * @param asked the run's seat mode, null when any mode will do
     */
    public static boolean satisfies(String certified, @Nullable String asked) {
        if (asked == null) {
            return true;
        }
        String wanted = asked.equals("credit") ? "verified" : asked;
        String has = certified.equals("no-id-professional") ? "professional" : certified;
        return has.equals(wanted);
    }
}
