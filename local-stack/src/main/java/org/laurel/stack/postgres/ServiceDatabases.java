package org.laurel.stack.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;

/** One database and one role per service. A role owns its database and cannot enter another. */
public final class ServiceDatabases {
    static final String SUPERUSER = "postgres";

    private final int port;
    private final SecretStore secrets;

    public ServiceDatabases(int port, SecretStore secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    /** How the service reaches its database. */
    public DatabaseAccess access(LaurelService service) {
        return new DatabaseAccess(url(service.label()), service.label(), secrets.password(service.label()));
    }

    /** The server as its superuser. */
    public DatabaseAccess administration() {
        return new DatabaseAccess(url(SUPERUSER), SUPERUSER, secrets.password(SUPERUSER));
    }

    /** Creates what is missing; data of existing databases stays. */
    void create() {
        try (Connection connection = administration().connect()) {
            for (LaurelService service : LaurelService.values()) {
                create(connection, service.label());
            }
        } catch (SQLException failure) {
            throw new StackFailure(
                    "The databases of the services cannot be made: " + failure.getMessage(),
                    "If the data is of another stack, empty it: ./laurel reset",
                    failure);
        }
    }

    private void create(Connection connection, String name) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            run(connection, "create role %I login password %L", name, secrets.password(name));
        }
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            run(connection, "create database %I owner %I", name, name);
            run(connection, "revoke all on database %I from public", name);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Lets PostgreSQL itself quote the names and values, since such statements take no parameters. */
    private static void run(Connection connection, String template, String... values) throws SQLException {
        try (PreparedStatement quoting = connection.prepareStatement("select format(?, variadic ?)")) {
            quoting.setString(1, template);
            quoting.setArray(2, connection.createArrayOf("text", values));
            try (ResultSet row = quoting.executeQuery();
                    Statement statement = connection.createStatement()) {
                row.next();
                statement.execute(row.getString(1));
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
