package org.laurel.kit.reconcile;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.DatabaseException;
import org.laurel.kit.sql.Sql;

/** Reads the keys of states page by page, in the order of an index, whatever the selection leaves of a page. */
@Singleton
class Listings {

    /** States of a kind that are counted; more are too many. */
    static final int MOST_COUNTED = 100_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The state of a statement that was not done in time. */
    private static final String CANCELLED = "57014";

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Sql sql;
    private final Duration patience;

    @Inject
    Listings(Sql sql) {
        this(sql, PATIENCE);
    }

    /** @param patience for how long one kind of states is counted */
    Listings(Sql sql, Duration patience) {
        this.sql = sql;
        this.patience = patience;
    }

    /**
     * A page.
     *
     * @param selected the keys of the states that are meant
     * @param last the keys of its last state, null when it is the last page
     */
    record Page(List<List<String>> selected, @Nullable List<String> last) {

        private static final Page NONE = new Page(List.of(), null);
    }

    private record Found(List<String> keys, boolean selected) {}

    /**
     * The states after the given one.
     *
     * @param after the keys of the last state before, empty for the first page
     */
    Page page(Listing listing, Selection selection, List<String> after, int limit) {
        if (selectsNothing(listing, selection)) {
            return Page.NONE;
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        // The parameters of what is selected stand before those of where.
        String selected = changed(listing, selection, arguments);
        String where = where(listing, selection, arguments);
        if (!after.isEmpty()) {
            where += " and (" + listing.columns() + ") > (" + listing.parameters() + ")";
            arguments.addAll(after);
        }
        arguments.add(limit);
        List<Found> found = sql.query(
                "select " + listing.texts() + ", " + selected + " from (select * from " + listing.table() + " t where "
                        + where + " order by " + listing.columns() + " limit ?) t order by " + listing.columns(),
                row -> found(row, listing.keys().size()),
                arguments.toArray());
        return new Page(
                found.stream().filter(Found::selected).map(Found::keys).toList(),
                found.size() < limit ? null : found.getLast().keys());
    }

    /**
     * How many states are meant.
     *
     * @param exact false when they are too many to count, or cannot be counted in time; then there are at least as many
     */
    record Count(long states, boolean exact) {

        private static final Count NONE = new Count(0, true);
        private static final Count UNKNOWN = new Count(0, false);
    }

    /** Counts the states that are meant, up to {@link #MOST_COUNTED} and for a few seconds, in a transaction of its own. */
    Count count(Listing listing, Selection selection) {
        if (selectsNothing(listing, selection)) {
            return Count.NONE;
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        String where = where(listing, selection, arguments);
        where += " and " + changed(listing, selection, arguments);
        arguments.add(MOST_COUNTED + 1);
        String statement = "select count(*) from (select from " + listing.table() + " t where " + where + " limit ?) t";
        try {
            return QuarkusTransaction.requiringNew().call(() -> counted(statement, arguments));
        } catch (DatabaseException failure) {
            if (failure.getCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState())) {
                return Count.UNKNOWN;
            }
            throw failure;
        }
    }

    private Count counted(String statement, List<@Nullable Object> arguments) {
        sql.update("set local statement_timeout = " + patience.toMillis());
        long found =
                sql.first(statement, row -> row.getLong(1), arguments.toArray()).orElseThrow();
        return found > MOST_COUNTED ? new Count(MOST_COUNTED, false) : new Count(found, true);
    }

    private static boolean selectsNothing(Listing listing, Selection selection) {
        return (selection.courseKey() != null && listing.ofRun() == null)
                || (!selection.learnerIds().isEmpty() && listing.ofLearners() == null);
    }

    private static String changed(Listing listing, Selection selection, List<@Nullable Object> arguments) {
        if (!selection.hasTime()) {
            return "true";
        }
        Collections.addAll(
                arguments,
                selection.from() == null ? FIRST : selection.from(),
                selection.until() == null ? LAST : selection.until());
        return listing.changed();
    }

    private static String where(Listing listing, Selection selection, List<@Nullable Object> arguments) {
        String where = listing.holds();
        if (selection.courseKey() != null) {
            where += " and " + listing.ofRun();
            arguments.add(selection.courseKey());
        }
        if (!selection.learnerIds().isEmpty()) {
            where += " and " + listing.ofLearners();
            arguments.add(selection.learnerIds().toArray(String[]::new));
        }
        return where;
    }

    private static Found found(ResultSet row, int width) throws SQLException {
        List<String> keys = new ArrayList<>(width);
        for (int column = 1; column <= width; column++) {
            keys.add(row.getString(column));
        }
        return new Found(List.copyOf(keys), row.getBoolean(width + 1));
    }
}
