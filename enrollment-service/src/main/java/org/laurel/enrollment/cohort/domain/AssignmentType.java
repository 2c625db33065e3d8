package org.laurel.enrollment.cohort.domain;

import java.util.Locale;
import java.util.Optional;

/** How learners come into a cohort. */
public enum AssignmentType {
    /** By somebody's decision only. */
    MANUAL,
    /** Also by chance, when they enroll. */
    RANDOM;

    /** The type with this name, empty when there is none. */
    public static Optional<AssignmentType> named(String name) {
        for (AssignmentType type : values()) {
            if (type.slug().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The name in requests and the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
