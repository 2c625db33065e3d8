package org.laurel.enrollment.importing.domain;

/** What became of a row, as reports count it. */
public final class RowOutcome {

    /** What the row is about is new. */
    public static final String CREATED = "created";

    /** It has new values. */
    public static final String UPDATED = "updated";

    /** It is as the row says already, or something newer is known. */
    public static final String UNCHANGED = "unchanged";

    private static final String REFUSED = "refused.";

    private RowOutcome() {}

    /** The row was refused. */
    public static String refused(RowCode code) {
        return REFUSED + code.slug();
    }

    /** Whether the row was refused. */
    public static boolean isRefused(String outcome) {
        return outcome.startsWith(REFUSED);
    }

    /** Why the row was refused. */
    public static RowCode code(String refused) {
        return RowCode.of(refused.substring(REFUSED.length()));
    }
}
