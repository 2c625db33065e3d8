package org.laurel.completion.standing.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.completion.structure.domain.Assignments;
import org.laurel.completion.structure.domain.Viewer;

/**
 * What other services tell of a learner in a course run.
 *
 * @param active whether the learner is enrolled
 * @param mode slug of the enrollment's mode, empty when it is not known
 * @param cohorts to which the learner belongs
 * @param roles in the course run and in all of its organisation
 * @param assignments what the platform assigned to the learner alone
 */
public record Standing(boolean active, String mode, List<Cohort> cohorts, Set<String> roles, Assignments assignments) {

    /** Of somebody of whom nothing was told. */
    public static final Standing UNKNOWN = new Standing(false, "", List.of(), Set.of(), Assignments.NONE);

    /** A cohort. */
    public record Cohort(long id, String name) {}

    public Standing {
        cohorts = List.copyOf(cohorts);
        roles = Set.copyOf(roles);
    }

    /** Which blocks the learner sees. */
    public Viewer viewer() {
        Set<String> groups = new HashSet<>();
        if (!mode.isEmpty()) {
            groups.add(mode.toLowerCase(Locale.ROOT));
        }
        for (Cohort cohort : cohorts) {
            groups.add(Long.toString(cohort.id()));
            groups.add(cohort.name().toLowerCase(Locale.ROOT));
        }
        return new Viewer(roles.stream().anyMatch(CourseRoles.MAKERS::contains), groups, assignments);
    }

    /** As whom the learner is counted. */
    public Membership membership() {
        return new Membership(active, joined(cohorts.stream().map(Cohort::id).toList()), joined(roles));
    }

    private static String joined(Collection<? extends Comparable<?>> items) {
        return items.stream().sorted().map(Object::toString).collect(Collectors.joining(","));
    }
}
