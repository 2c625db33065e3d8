package org.laurel.kit.test;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.test.infra.SharedServers;

/**
 * A look into a service's database by plain JDBC, past the gate, so that it works while the service is cut off. Each call is
 * a transaction and a connection of its own. Test code hands in the SQL; values go in as parameters.
 */
public final class Database {

    private static final Pattern TABLE = Pattern.compile("[a-z_][a-z0-9_.]*");
    private static final Duration POLL = Duration.ofMillis(20);

    private final String url;
    private final String user;
    private final String password;

    private Database(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The database of the application that {@link LaurelInfrastructure} serves now, as its owner. */
    public static Database current() {
        SharedServers servers = SharedServers.get();
        String role = LaurelInfrastructure.SERVICE_ROLE;
        return at("jdbc:postgresql://" + servers.postgres() + "/" + servers.database(), role, role);
    }

    /** Any PostgreSQL database, for tests that run the services as processes. */
    public static Database at(String jdbcUrl, String user, String password) {
        return new Database(jdbcUrl, user, password);
    }

    /** The rows of a query, each a map from column name to value as the driver gives it. */
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, Database::rows);
    }

    /**
     * The first column of a query's only row, as text; null when it is null.
     *
     * @throws IllegalStateException when the query gives no row or more than one
     */
    public @Nullable String value(String sql, @Nullable Object... parameters) {
        List<Map<String, @Nullable Object>> rows = query(sql, parameters);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows instead of one: " + sql);
        }
        Object value = rows.getFirst().values().iterator().next();
        return value == null ? null : value.toString();
    }

    /**
     * The first column of a query's only row, a whole number.
     *
     * @throws IllegalStateException when the query gives no row or more than one
     */
    public long number(String sql, @Nullable Object... parameters) {
        return Long.parseLong(String.valueOf(value(sql, parameters)));
    }

    /** Executes any other statement and returns how many rows it changed. */
    public int execute(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, PreparedStatement::getUpdateCount);
    }

    /** How many rows a table has. */
    public long count(String table) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("not a table name: " + table);
        }
        return number("select count(*) from " + table);
    }

    /** Waits until a table has exactly this many rows. */
    public void awaitCount(String table, long expected) {
        await("%d rows in %s".formatted(expected, table))
                .atMost(KafkaProbe.PATIENCE)
                .pollInterval(POLL)
                .until(() -> count(table), count -> count == expected);
    }

    /** Whether everything that was appended to the outbox has been published. */
    public boolean outboxIsEmpty() {
        return count("outbox") == 0;
    }

    /** Waits until everything that was appended to the outbox has been published. */
    public void awaitEmptyOutbox() {
        awaitCount("outbox", 0);
    }

    /** How many events have been claimed for processing. */
    public long claimedEvents() {
        return count("inbox");
    }

    /** How many records could not be processed and wait for an operator, or have been decided on. */
    public long parkedEvents() {
        return count("parked_event");
    }

    /** A connection for tests that hold something until they close it. */
    public Connection connect() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException failed) {
            throw new IllegalStateException("no connection to " + url, failed);
        }
    }

    private static List<Map<String, @Nullable Object>> rows(PreparedStatement statement) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (ResultSet result = statement.getResultSet()) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private <T> T run(String sql, @Nullable Object[] parameters, Reading<T> reading) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
            return reading.of(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException("failed: " + sql, failed);
        }
    }

    /** Takes what a test wants from an executed statement. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(PreparedStatement statement) throws SQLException;
    }
}
