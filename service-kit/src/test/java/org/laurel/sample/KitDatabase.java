package org.laurel.sample;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.infra.SharedServers;

/**
 * A database with the kit's tables and no application at work, for tests of what happens inside PostgreSQL.
 *
 * @param url past the gate
 */
public record KitDatabase(String url, Database database) {

    private static final String ROLE = "laurel";

    /** A new one. */
    public static KitDatabase fresh() {
        String url = direct(String.valueOf(new LaurelInfrastructure().start().get("laurel.db.url")));
        Flyway.configure()
                .dataSource(url, ROLE, ROLE)
                .locations("classpath:db/kit")
                .load()
                .migrate();
        return new KitDatabase(url, Database.at(url, ROLE, ROLE));
    }

    /** A connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, ROLE, ROLE);
    }

    /** The database of this address, reached past the gate. */
    static Database past(String gatedUrl) {
        return Database.at(direct(gatedUrl), ROLE, ROLE);
    }

    private static String direct(String gatedUrl) {
        String name = gatedUrl.substring(gatedUrl.lastIndexOf('/') + 1);
        return "jdbc:postgresql://" + SharedServers.get().postgres() + "/" + name;
    }
}
