package org.laurel.kit.test.infra;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases of a test run: a fresh one for each start of an application, so that test profiles do not meet. */
final class Databases {

    private final Address server;
    private int created;

    Databases(Address server) {
        this.server = server;
        execute("create role laurel login password 'laurel' nosuperuser nocreatedb nocreaterole");
        execute("grant pg_checkpoint to laurel"); // for benchmarks that measure after many writes
    }

    /** Creates the next database, owned by the role that services use. */
    synchronized String create() {
        created++;
        execute("create database " + newest() + " owner laurel");
        return newest();
    }

    synchronized String newest() {
        if (created == 0) {
            throw new IllegalStateException("no test database yet: does the test use LaurelInfrastructure?");
        }
        return "laurel_test_" + created;
    }

    private void execute(String sql) {
        String url = "jdbc:postgresql://" + server + "/postgres";
        try (Connection connection =
                        DriverManager.getConnection(url, Infrastructure.SUPERUSER, Infrastructure.SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("refused: " + sql, failed);
        }
    }
}
