package org.laurel.kit.test.infra;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the servers' own chatter out of the test output; their warnings stay. */
final class QuietLogs {

    /** Held here because the log manager forgets loggers that nobody holds, and their levels with them. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("io.zonky.test.db.postgres"),
            Logger.getLogger("org.testcontainers"));

    private QuietLogs() {}

    static void apply() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
