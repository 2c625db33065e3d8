package org.laurel.kit.limit;

import org.laurel.kit.problem.Problem;

/** A limit of its own for the bodies under some paths, below that of all paths, with advice of its own. */
public interface BodyLimit {

    /** Whether it is about this path, as it came. */
    boolean covers(String path);

    /** The size of the largest body that is taken, in bytes. */
    long bytes();

    /** What the sender of a larger one is told. */
    Problem problem();
}
