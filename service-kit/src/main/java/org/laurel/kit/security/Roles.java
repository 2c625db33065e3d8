package org.laurel.kit.security;

/** Roles that a bearer token's {@code groups} claim may carry. A token without any is a learner's. */
public final class Roles {

    /** Global staff of the platform. */
    public static final String STAFF = "staff";

    /** Support staff. */
    public static final String SUPPORT = "support";

    /** Another system, which may do what existing platforms allow a trusted server. */
    public static final String SERVICE = "service";

    private Roles() {}
}
