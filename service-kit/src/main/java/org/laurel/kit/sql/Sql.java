package org.laurel.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Set-based SQL for the hot paths. Each call is one statement on the connection of the current transaction, or on one of its
 * own outside a transaction. Many rows travel as one array per column: {@code select ... from unnest(?::text[], ?::bigint[])}
 * with arrays made by {@link Column}.
 *
 * <p>Arguments may be null, String, Integer, Long, Boolean, Double, BigDecimal, UUID, byte[], Instant, LocalDate, and arrays
 * of String, Long, Integer, Boolean and byte[]. Failures are {@link DatabaseException}s.
 */
@ApplicationScoped
public class Sql {

    private final DataSource source;

    public Sql(DataSource source) {
        this.source = source;
    }

    /** Runs a query and maps its rows in order. */
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> mapped = new ArrayList<>();
                while (rows.next()) {
                    mapped.add(mapper.map(rows));
                }
                return mapped;
            }
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    /** The first row, empty when there is none. */
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        List<T> rows = query(sql, mapper, arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /** Runs a statement that changes rows and returns how many it changed. */
    public int update(String sql, @Nullable Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    /** Maps the current row of a result. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            bind(connection, statement, i + 1, arguments[i]);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, @Nullable Object argument)
            throws SQLException {
        switch (argument) {
            case null -> statement.setNull(at, Types.NULL);
            case String[] texts -> statement.setArray(at, connection.createArrayOf("text", texts));
            case Long[] numbers -> statement.setArray(at, connection.createArrayOf("int8", numbers));
            case Integer[] numbers -> statement.setArray(at, connection.createArrayOf("int4", numbers));
            case Boolean[] flags -> statement.setArray(at, connection.createArrayOf("bool", flags));
            case byte[][] values -> statement.setArray(at, connection.createArrayOf("bytea", values));
            case Instant time -> statement.setObject(at, time.atOffset(ZoneOffset.UTC));
            case LocalDate date -> statement.setObject(at, date);
            default -> statement.setObject(at, argument);
        }
    }
}
