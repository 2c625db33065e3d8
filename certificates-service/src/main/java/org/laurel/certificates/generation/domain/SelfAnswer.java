package org.laurel.certificates.generation.domain;

/** What a learner is told who asks for his or her own certificate. */
public sealed interface SelfAnswer {

    /** The request was taken. */
    record Accepted() implements SelfAnswer {}

    /**
     * The request was refused.
     *
     * @param code the kind of refusal
     * @param why in a sentence
     */
    record Refused(String code, String why) implements SelfAnswer {}
}
