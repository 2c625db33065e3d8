package org.laurel.enrollment.audit.domain;

import java.util.stream.Stream;

/** What a manual enrollment changed, in the words of existing clients (enrollment, manual enrollment audit). */
public enum StateTransition {
    UNENROLLED_TO_ALLOWED("from unenrolled to allowed to enroll"),
    ALLOWED_TO_ENROLLED("from allowed to enroll to enrolled"),
    ENROLLED_TO_ENROLLED("from enrolled to enrolled"),
    ENROLLED_TO_UNENROLLED("from enrolled to unenrolled"),
    UNENROLLED_TO_ENROLLED("from unenrolled to enrolled"),
    ALLOWED_TO_UNENROLLED("from allowed to enroll to unenrolled"),
    UNENROLLED_TO_UNENROLLED("from unenrolled to unenrolled"),
    /** None of the others, such as a permission that is given again. */
    OTHER("N/A");

    private final String text;

    StateTransition(String text) {
        this.text = text;
    }

    /** The transition between two states. */
    public static StateTransition of(EnrollmentState before, EnrollmentState after) {
        String name = before.name() + "_TO_" + after.name();
        return Stream.of(values())
                .filter(transition -> transition.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }

    /** The transition in words. */
    public String text() {
        return text;
    }
}
