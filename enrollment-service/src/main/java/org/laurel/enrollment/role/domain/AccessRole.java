package org.laurel.enrollment.role.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The roles that existing platforms know (course access roles). */
public enum AccessRole {
    STAFF,
    LIMITED_STAFF,
    INSTRUCTOR,
    BETA_TESTERS,
    DATA_RESEARCHER,
    LIBRARY_USER,
    FINANCE_ADMIN,
    SALES_ADMIN,
    CCX_COACH,
    SUPPORT,
    COURSE_CREATOR_GROUP,
    ORG_COURSE_CREATOR_GROUP;

    private static final Set<AccessRole> COURSE_STAFF = Set.of(STAFF, LIMITED_STAFF, INSTRUCTOR);
    private static final Set<AccessRole> EVERYWHERE = Set.of(SUPPORT, COURSE_CREATOR_GROUP);

    /** The role with this name, empty when there is none. Names are lower case. */
    public static Optional<AccessRole> named(String name) {
        for (AccessRole role : values()) {
            if (role.slug().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** The role's name in requests, events and the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the role makes its holder course staff of the run or of all runs of the organisation. */
    public boolean isCourseStaff() {
        return COURSE_STAFF.contains(this);
    }

    /** Whether the role may be held without naming an organisation. */
    public boolean mayHoldEverywhere() {
        return EVERYWHERE.contains(this);
    }
}
