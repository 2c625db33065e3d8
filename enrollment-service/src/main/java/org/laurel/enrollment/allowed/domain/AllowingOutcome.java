package org.laurel.enrollment.allowed.domain;

/** What became of the wish to allow an email address. */
public sealed interface AllowingOutcome {

    /** It is allowed from now on. */
    record Allowed(AllowedEmail email) implements AllowingOutcome {}

    /** It was allowed before, and stays as it was. */
    record Duplicate() implements AllowingOutcome {}

    /** There is no such course run. */
    record CourseUnknown() implements AllowingOutcome {}
}
