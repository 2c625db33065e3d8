package org.laurel.kit.sql;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells failures of infrastructure, which pass, from failures of a record or request, which do not. */
public final class Failures {

    /** A character that the encoding does not have, and the escape of U+0000 in JSON. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

    private static final int DEEPEST_FRAMES = 12;

    private Failures() {}

    /**
     * Whether the same work may succeed when tried again: the connection is lost or cannot be had, the server is starting,
     * stopping or out of resources, memory is short, a transaction lost against another one, or a brake is engaged. A commit hides its reason
     * among the suppressed exceptions, so these are searched as well.
     */
    public static boolean isTransient(Throwable failure) {
        return isTransient(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Whether the database refused a text because no database can hold it, which only the sender of the text can mend. */
    public static boolean isUnstorableText(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNSTORABLE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What went wrong, in words that quote no value: SQLState and constraint of the database's failure, otherwise the class of
     * the first cause.
     */
    public static String describe(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        SQLException refused = databaseFailure(failure, seen);
        if (refused != null) {
            String constraint = constraint(refused);
            return "SQLState " + refused.getSQLState() + (constraint == null ? "" : ", constraint " + constraint);
        }
        Throwable first = failure;
        seen.clear();
        while (first.getCause() != null && seen.add(first)) {
            first = first.getCause();
        }
        if (first instanceof PassingFailure waiting) {
            return waiting.waitsFor();
        }
        String name = first.getClass().getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Where a failure came about: the class of its first cause and the innermost frames, without messages, which may quote values. */
    public static String origin(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable first = failure;
        while (first.getCause() != null && seen.add(first)) {
            first = first.getCause();
        }
        return first.getClass().getName()
                + Stream.of(first.getStackTrace())
                        .limit(DEEPEST_FRAMES)
                        .map(frame -> "\n\tat " + frame)
                        .collect(Collectors.joining());
    }

    private static @Nullable SQLException databaseFailure(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return null;
        }
        if (failure instanceof SQLException sql && sql.getSQLState() != null) {
            return sql;
        }
        return Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                .map(hidden -> databaseFailure(hidden, seen))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String constraint(SQLException failure) {
        ServerErrorMessage told = failure instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        return told == null ? null : told.getConstraint();
    }

    private static boolean isTransient(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        return isTransientItself(failure)
                || isTransient(failure.getCause(), seen)
                || Stream.of(failure.getSuppressed()).anyMatch(hidden -> isTransient(hidden, seen));
    }

    private static boolean isTransientItself(Throwable failure) {
        return switch (failure) {
            case PassingFailure waiting -> true;
            case SQLException sql -> isTransientState(sql.getSQLState()) || isPoolExhausted(sql);
            case SocketException lost -> true;
            case SocketTimeoutException silent -> true;
            case TimeoutException late -> true;
            case OutOfMemoryError full -> true;
            default -> false;
        };
    }

    /** The connection pool tells that nobody gave a connection back in time by its message alone. */
    private static boolean isPoolExhausted(SQLException failure) {
        return failure.getSQLState() == null
                && failure.getMessage() != null
                && failure.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout");
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
