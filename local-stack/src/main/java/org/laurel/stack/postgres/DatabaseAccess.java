package org.laurel.stack.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How a service reaches its database.
 *
 * @param url JDBC address
 * @param user a role that owns this database and may enter no other
 * @param password made at random on the first start
 */
public record DatabaseAccess(String url, String user, String password) {

    /** Opens a connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
