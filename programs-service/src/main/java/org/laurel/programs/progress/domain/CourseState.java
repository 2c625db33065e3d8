package org.laurel.programs.progress.domain;

/** How far a learner has come in a course of a program. */
public enum CourseState {
    /** Has a certificate that shows and is of the mode that the program asks for. */
    COMPLETED,
    /** Is on the way to one. */
    IN_PROGRESS,
    /** Is not, or no longer can be in the run that the learner takes. */
    NOT_STARTED
}
