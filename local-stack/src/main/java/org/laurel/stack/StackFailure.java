package org.laurel.stack;

/** Something that the user should know: what went wrong in one line, and what to do about it in another. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String advice;

    public StackFailure(String what, String advice) {
        super(what);
        this.what = what;
        this.advice = advice;
    }

    public StackFailure(String what, String advice, Throwable cause) {
        super(what, cause);
        this.what = what;
        this.advice = advice;
    }

    /** What went wrong; one line. */
    public String what() {
        return what;
    }

    /** What the user can do now; one line. */
    public String advice() {
        return advice;
    }
}
