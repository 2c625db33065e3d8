package org.laurel.enrollment.role.domain;

import java.util.Set;
import org.laurel.events.key.CourseKey;

/**
 * Where somebody is course staff.
 *
 * @param runs the single course runs
 * @param orgs the organisations, in all of whose runs it holds
 */
public record StaffScope(Set<CourseKey> runs, Set<String> orgs) {

    /** Nowhere. */
    public static final StaffScope NOWHERE = new StaffScope(Set.of(), Set.of());

    public StaffScope {
        runs = Set.copyOf(runs);
        orgs = Set.copyOf(orgs);
    }

    /** Whether the course run is among them, itself or by its organisation. */
    public boolean covers(CourseKey courseKey) {
        return runs.contains(courseKey) || orgs.contains(courseKey.org());
    }

    /** Whether there is no course run at all. */
    public boolean isEmpty() {
        return runs.isEmpty() && orgs.isEmpty();
    }
}
