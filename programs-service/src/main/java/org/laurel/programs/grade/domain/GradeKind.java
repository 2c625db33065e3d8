package org.laurel.programs.grade.domain;

/**
 * The kinds of facts that tell a grade. Of facts of one time and sequence the later kind counts: a change of the grade is about
 * nothing else, and a statement was made by somebody who saw the rest.
 */
public enum GradeKind {
    /** The learner began or ceased to pass, with this grade. */
    PASSING_STATUS(1),
    /** The grade changed. */
    GRADE(2),
    /** Staff or another system stated the grade by a request. */
    STATED(3);

    private final int place;

    GradeKind(int place) {
        this.place = place;
    }

    /** Its place among the kinds. */
    public int place() {
        return place;
    }
}
