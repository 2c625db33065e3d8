package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads programs for display. */
@ApplicationScoped
public class ProgramQuery {

    private final Sql sql;

    ProgramQuery(Sql sql) {
        this.sql = sql;
    }

    /** The whole document of a program as JSON, empty when the program is unknown. */
    public Optional<String> document(UUID uuid) {
        return sql.first("select document from program where program_uuid = ?", row -> Row.text(row, "document"), uuid);
    }
}
