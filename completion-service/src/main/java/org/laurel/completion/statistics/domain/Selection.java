package org.laurel.completion.statistics.domain;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Of which learners numbers are wanted: those who belong to any of the cohorts and have none of the roles.
 *
 * @param cohorts ids; none for everybody, with or without a cohort
 * @param excludedRoles names as stored
 */
public record Selection(List<Long> cohorts, List<String> excludedRoles) {

    /** Everybody. */
    public static final Selection ALL = new Selection(List.of(), List.of());

    public Selection {
        cohorts = sorted(cohorts);
        excludedRoles = sorted(excludedRoles);
    }

    private static <T extends Comparable<T>> List<T> sorted(List<T> items) {
        SortedSet<T> each = new TreeSet<>(items);
        return List.copyOf(each);
    }
}
