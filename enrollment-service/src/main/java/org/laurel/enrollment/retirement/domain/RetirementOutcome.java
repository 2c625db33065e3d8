package org.laurel.enrollment.retirement.domain;

/** What became of a command about a retirement. */
public sealed interface RetirementOutcome {

    /** It is as was asked for. */
    record Done(LearnerRetirement retirement) implements RetirementOutcome {}

    /** It was so already. */
    record Already(LearnerRetirement retirement) implements RetirementOutcome {}

    /**
     * Not allowed as things stand.
     *
     * @param why a sentence that names nobody
     */
    record Refused(String why) implements RetirementOutcome {}

    /** There is no such learner or retirement. */
    record Unknown() implements RetirementOutcome {}
}
