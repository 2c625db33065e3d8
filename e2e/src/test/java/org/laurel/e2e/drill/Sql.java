package org.laurel.e2e.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurel.stack.postgres.DatabaseAccess;

/** Looks into a database and changes it, each time over a connection of its own. */
record Sql(DatabaseAccess access) {

    /** A statement fails, or the database is away. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(SQLException cause) {
            super(cause);
        }
    }

    /** The only number of a query's only row. */
    long number(String query, Object... parameters) {
        return numbers(query, parameters).getOrDefault("", 0L);
    }

    /** The rows of a query, whose last column is a number and whose others together are the name of the row. */
    Map<String, Long> numbers(String query, Object... parameters) {
        try (Connection connection = access.connect();
                PreparedStatement statement = prepared(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            int last = rows.getMetaData().getColumnCount();
            Map<String, Long> found = new TreeMap<>();
            while (rows.next()) {
                StringBuilder name = new StringBuilder();
                for (int column = 1; column < last; column++) {
                    name.append(column == 1 ? "" : "|").append(rows.getString(column));
                }
                found.put(name.toString(), rows.getLong(last));
            }
            return found;
        } catch (SQLException failure) {
            throw new Failed(failure);
        }
    }

    /** The rows of a query, all columns as text. */
    List<List<String>> texts(String query, Object... parameters) {
        try (Connection connection = access.connect();
                PreparedStatement statement = prepared(connection, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>(columns);
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                found.add(row);
            }
            return found;
        } catch (SQLException failure) {
            throw new Failed(failure);
        }
    }

    /** Executes any other statement. */
    void execute(String statement, Object... parameters) {
        try (Connection connection = access.connect();
                PreparedStatement prepared = prepared(connection, statement, parameters)) {
            prepared.execute();
        } catch (SQLException failure) {
            throw new Failed(failure);
        }
    }

    private static PreparedStatement prepared(Connection connection, String text, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
