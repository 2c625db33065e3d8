package org.laurel.stack;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One thing that the stack runs. A part is started and stopped by one thread at a time; {@link #stop} is harmless when
 * the part does not run, also while {@link #start} is still waiting, which then fails.
 */
public interface Part {
    /** The name that users see, such as {@code Kafka} or {@code certificates}. */
    String name();

    /** The TCP port on the loopback interface. */
    int port();

    /** The option of {@code laurel up} that chooses another port. */
    String portOption();

    /**
     * Starts the part and returns when it is ready to be used.
     *
     * @throws StackFailure if it stops or does not get ready in time
     */
    void start();

    /** Stops the part in an orderly way, by force after a grace period, and returns when it is gone. */
    void stop();

    /** The process that runs the part; empty if it does not run. */
    Optional<ProcessHandle> process();

    /** Where the part writes its log. */
    Path log();
}
