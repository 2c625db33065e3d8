package org.laurel.kit.test.infra;

import java.util.List;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;

/** Keeps the servers' own chatter out of the test output; their warnings stay. */
final class QuietLogs {

    /** Held here because the log manager may forget loggers that nobody holds, and their levels with them. */
    private static final List<Logger> LOGGERS = List.of(
            logger("org.apache.kafka"),
            logger("kafka"),
            logger("state.change.logger"),
            logger("io.zonky.test.db.postgres"),
            logger("io.smallrye.reactive.messaging.kafka.companion"),
            logger("org.testcontainers"));

    private QuietLogs() {}

    static void apply() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARN));
        logger("org.apache.kafka.controller.QuorumController").setLevel(Level.ERROR); // warns of every first start
    }

    private static Logger logger(String name) {
        return LogContext.getLogContext().getLogger(name);
    }
}
