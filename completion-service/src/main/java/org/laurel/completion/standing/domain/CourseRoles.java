package org.laurel.completion.standing.domain;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The roles that people have in course runs and organisations, by the names under which enrollment-service tells of them. */
public final class CourseRoles {

    private static final String STAFF = "staff";
    private static final String LIMITED_STAFF = "limited_staff";
    private static final String INSTRUCTOR = "instructor";
    private static final String DATA_RESEARCHER = "data_researcher";
    private static final String BETA_TESTERS = "beta_testers";

    private static final Set<String> ALL = Set.of(
            STAFF,
            LIMITED_STAFF,
            INSTRUCTOR,
            BETA_TESTERS,
            DATA_RESEARCHER,
            "library_user",
            "finance_admin",
            "sales_admin",
            "ccx_coach",
            "support",
            "course_creator_group",
            "org_course_creator_group");

    /** The roles that see a course run as its makers do: every block, hidden and unreleased ones included. */
    public static final Set<String> MAKERS = Set.of(INSTRUCTOR, STAFF, LIMITED_STAFF);

    private static final Set<String> TEAM = Set.of(STAFF, LIMITED_STAFF, INSTRUCTOR, DATA_RESEARCHER);

    private CourseRoles() {}

    /**
     * The roles that a client means by a name: {@code beta} is short for {@code beta_testers}, and {@code staff} covers limited
     * staff too. Empty when there is no such role.
     */
    public static Optional<Set<String>> meant(String name) {
        return switch (name) {
            case STAFF -> Optional.of(Set.of(STAFF, LIMITED_STAFF));
            case "beta" -> Optional.of(Set.of(BETA_TESTERS));
            default -> ALL.contains(name) ? Optional.of(Set.of(name)) : Optional.empty();
        };
    }

    /** Whether somebody with these roles in a course run may see how its learners are doing. */
    public static boolean seeStatistics(Collection<String> held) {
        return held.stream().anyMatch(TEAM::contains);
    }
}
