package org.laurel.kit.sql;

import java.sql.SQLException;

/** A failed statement. {@link Failures} tells whether trying again may help. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseException(SQLException cause) {
        super(cause);
    }
}
