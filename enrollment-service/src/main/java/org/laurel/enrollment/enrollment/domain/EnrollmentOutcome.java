package org.laurel.enrollment.enrollment.domain;

import org.jspecify.annotations.Nullable;

/** What became of a command. */
public sealed interface EnrollmentOutcome {

    /** The enrollment is new (then there is nothing before) or changed. */
    record Changed(@Nullable Enrollment before, Enrollment after) implements EnrollmentOutcome {}

    /** It is as it was. */
    record Unchanged(Enrollment enrollment) implements EnrollmentOutcome {}

    /** Refused by a rule. */
    record Refused(Refusal reason) implements EnrollmentOutcome {}

    /** Refused by a policy of the deployment. */
    record Vetoed(EnrollmentPolicy.Veto veto) implements EnrollmentOutcome {}

    /** Kept until what is missing becomes known. */
    record Waiting() implements EnrollmentOutcome {}
}
