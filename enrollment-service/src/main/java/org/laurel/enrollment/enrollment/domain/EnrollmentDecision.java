package org.laurel.enrollment.enrollment.domain;

/** What the rules say to a command. */
public sealed interface EnrollmentDecision {

    /** The enrollment takes on this mode and activity, which may be those that it has. */
    record Become(String mode, boolean isActive) implements EnrollmentDecision {}

    /** Nothing is to be done: enrolled already, or overtaken by a newer fact. */
    record Stay(Enrollment current) implements EnrollmentDecision {}

    /** Not allowed. */
    record Refuse(Refusal reason) implements EnrollmentDecision {}

    /** Allowed by the rules, and refused by a policy of the deployment. */
    record Vetoed(EnrollmentPolicy.Veto veto) implements EnrollmentDecision {}

    /** Cannot be judged before the learner, the course run or the mode is known. */
    record Wait() implements EnrollmentDecision {}
}
