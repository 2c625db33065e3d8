package org.laurel.kit.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/** Tells failures of infrastructure, which pass, from failures of a record or request, which do not. */
public final class Failures {

    private Failures() {}

    /**
     * Whether the same work may succeed when tried again: the connection is lost or cannot be had, the server is starting,
     * stopping or out of resources, or a transaction lost against another one.
     */
    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isTransientState(sql.getSQLState())) {
                return true;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof XAException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransientState(@Nullable String state) {
        if (state == null || state.length() < 2) {
            return false;
        }
        return switch (state.substring(0, 2)) {
            case "08", "53", "57", "58" -> true; // connection, resources, operator intervention, system error
            case "40" -> true; // serialization failure, deadlock
            case "55" -> state.equals("55P03"); // lock not available
            case "25" -> state.equals("25P03") || state.equals("25006"); // idle timeout, demoted to a read-only standby
            default -> false;
        };
    }
}
