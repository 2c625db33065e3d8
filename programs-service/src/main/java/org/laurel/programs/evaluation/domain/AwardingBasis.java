package org.laurel.programs.evaluation.domain;

/** What program credentials are awarded by: the catalogue, the certificate configurations and the site settings. */
public final class AwardingBasis {

    /**
     * The key of its lock: held by everybody who awards, so that the basis does not change under them, and changed with it.
     * Whoever takes other locks as well takes them before this one, except that of the signatories: the order is in ADR 0030.
     */
    public static final String KEY = "catalogue";

    private AwardingBasis() {}
}
