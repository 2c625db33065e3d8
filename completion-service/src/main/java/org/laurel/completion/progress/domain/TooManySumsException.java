package org.laurel.completion.progress.domain;

/**
 * An answer would hold so many sums, or need so many large structures, that neither the process nor its reader could be asked to take
 * them at once.
 */
public final class TooManySumsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int learners;

    public TooManySumsException(int learners) {
        super("too many sums for one answer");
        this.learners = learners;
    }

    /** For how many of the learners an answer may be asked for, at least one. */
    public int learners() {
        return learners;
    }
}
