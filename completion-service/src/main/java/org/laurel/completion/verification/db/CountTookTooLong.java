package org.laurel.completion.verification.db;

/**
 * A count did not come to its end within its time, and would not if it were tried again: the course run has too many learners, or the
 * database is too slow. The job that counts fails with this name after some tries, instead of trying for ever.
 */
public final class CountTookTooLong extends RuntimeException {

    private static final long serialVersionUID = 1;

    CountTookTooLong() {
        super("counting numbers of a course run again took longer than a statement may");
    }
}
