package org.laurel.enrollment.cohort.domain;

/** What became of one name that was to be added to a cohort. */
public sealed interface AdditionResult {

    /** The name as it was given. */
    String name();

    /** The learner had no cohort. */
    record Added(String name, String username, String email) implements AdditionResult {}

    /**
     * The learner had another cohort.
     *
     * @param previous that cohort's name
     */
    record Moved(String name, String username, String email, String previous) implements AdditionResult {}

    /** The learner is in the cohort already. */
    record Present(String name) implements AdditionResult {}

    /** Nobody has the email address; the cohort waits for somebody who will. */
    record Preassigned(String name) implements AdditionResult {}

    /** Nobody has the name. */
    record Unknown(String name) implements AdditionResult {}

    /** Nobody can have the name: it looks like an email address and is none. */
    record Invalid(String name) implements AdditionResult {}

    /** The result as one word. */
    default String word() {
        return switch (this) {
            case Added added -> "added";
            case Moved moved -> "changed";
            case Present present -> "present";
            case Preassigned preassigned -> "preassigned";
            case Unknown unknown -> "unknown";
            case Invalid invalid -> "invalid";
        };
    }
}
