package org.laurel.enrollment.enrollment.domain;

import java.util.Locale;

/** Why an enrollment is refused. */
public enum Refusal {
    LEARNER_UNKNOWN("There is no such learner."),
    COURSE_UNKNOWN("There is no such course run."),
    MODE_MISMATCH("An enrollment is deactivated in its own mode; nothing was changed."),
    ATTRIBUTES_MISSING("Attributes that the mode requires are missing."),
    MODE_NOT_OFFERED("The mode is expired or otherwise unavailable for this course run."),
    ENROLLMENT_CLOSED("Enrollment in this course run is closed."),
    INVITATION_ONLY("Enrollment in this course run is by invitation."),
    COURSE_FULL("This course run is full."),
    NOT_ENROLLED("The learner is not enrolled in this course run."),
    INVALID_ENROLLMENT_ATTRIBUTES(
            "enrollment_attributes is a list of {namespace, name, value}, each a text of 1 to 255 characters."),
    LEARNER_RETIRED("The learner is retired for good.");

    private final String detail;

    Refusal(String detail) {
        this.detail = detail;
    }

    /** The reason in a sentence. */
    public String detail() {
        return detail;
    }

    /** The reason as a code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
