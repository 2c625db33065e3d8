package org.laurel.enrollment.importing.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What rows are about, in the order in which a bundle is worked off: each kind may need the ones before it. */
public enum RowKind {
    COURSE_RUNS,
    LEARNERS,
    ENROLLMENTS;

    private static final Set<String> OTHER_NAMES = Set.of("user_id", "course_id");

    /** The kind with this name, empty when there is none. */
    public static Optional<RowKind> of(String slug) {
        return Stream.of(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }

    /** The name in requests, reports and the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns without which a CSV file is none of this kind: of each list one. */
    public List<List<String>> required() {
        List<String> course = List.of("course_key", "course_id");
        return switch (this) {
            case COURSE_RUNS -> List.of(course);
            case LEARNERS -> List.of(List.of("learner_id", "user_id"), List.of("username"));
            case ENROLLMENTS -> List.of(List.of("learner_id", "user_id", "username", "email"), course);
        };
    }

    /** Whether a member is read; all others are passed over and never kept. */
    public boolean reads(String member) {
        return columns().contains(member) || OTHER_NAMES.contains(member);
    }

    private List<String> columns() {
        return switch (this) {
            case COURSE_RUNS -> CourseRunRow.COLUMNS;
            case LEARNERS -> LearnerRow.COLUMNS;
            case ENROLLMENTS -> EnrollmentRow.COLUMNS;
        };
    }
}
