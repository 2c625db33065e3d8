package org.laurel.completion.structure.http;

import jakarta.inject.Singleton;
import org.laurel.kit.limit.BodyLimit;
import org.laurel.kit.problem.Problem;

/** Structures of courses may be large; nothing else that this service takes comes near a megabyte. */
@Singleton
public class OrdinaryBodyLimit implements BodyLimit {

    private static final String STRUCTURES = "/api/completion/v1/course-structures/";
    private static final int BYTES = 1_048_576;

    @Override
    public boolean covers(String path) {
        return !path.startsWith(STRUCTURES);
    }

    @Override
    public long bytes() {
        return BYTES;
    }

    @Override
    public Problem problem() {
        return Problem.of(
                413,
                "body_too_large",
                "The body is larger than 1 MiB, the most that a request may bring unless it publishes a structure. Split it"
                        + " and send the parts in requests of their own.");
    }
}
