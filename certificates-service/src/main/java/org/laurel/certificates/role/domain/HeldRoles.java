package org.laurel.certificates.role.domain;

import java.util.Set;

/**
 * The roles that one person holds in one course run, by the run's own rows and by those of its organisation. What the roles
 * allow follows the certificates description, section 7, "Common".
 */
public record HeldRoles(Set<String> roles) {

    /** The roles of somebody who has none. */
    public static final HeldRoles NONE = new HeldRoles(Set.of());

    private static final String INSTRUCTOR = "instructor";
    private static final String STAFF = "staff";
    private static final String LIMITED_STAFF = "limited_staff";
    private static final String DATA_RESEARCHER = "data_researcher";

    public HeldRoles {
        roles = Set.copyOf(roles);
    }

    /** Administers the run. Course staff do not. */
    public boolean administers() {
        return roles.contains(INSTRUCTOR);
    }

    /** Sees who was issued a certificate in the run. Neither instructors nor course staff do. */
    public boolean viewsIssued() {
        return roles.contains(DATA_RESEARCHER);
    }

    /** Works in the run, and so sees previews of its pages. */
    public boolean worksInRun() {
        return roles.contains(INSTRUCTOR) || roles.contains(STAFF) || roles.contains(LIMITED_STAFF);
    }
}
