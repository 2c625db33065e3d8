package org.laurel.kit.problem;

import org.jspecify.annotations.Nullable;

/** Ends a request with an error answer. Use cases and resources throw it; a transaction that it leaves rolls back. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final @Nullable Integer retryAfterSeconds;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /** A problem that passes: the client may try again after the given seconds. */
    public ProblemException(Problem problem, @Nullable Integer retryAfterSeconds) {
        super(problem.detail());
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** 400: the request does not parse or breaks a rule of its shape. */
    public static ProblemException badRequest(String errorCode, String detail) {
        return new ProblemException(Problem.of(400, errorCode, detail));
    }

    /** 403: the caller is known and may not. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of(403, "forbidden", detail));
    }

    /** 404: no such thing, or the caller may not know of it. */
    public static ProblemException notFound(String errorCode, String detail) {
        return new ProblemException(Problem.of(404, errorCode, detail));
    }

    /** The answer. */
    public Problem problem() {
        return problem;
    }

    /** Seconds after which trying again makes sense, null when it does not. */
    public @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
