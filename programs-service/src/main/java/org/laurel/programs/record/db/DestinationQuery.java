package org.laurel.programs.record.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.record.domain.Destination;

/** Reads where records of a program may be sent. */
@ApplicationScoped
public class DestinationQuery {

    private final Sql sql;

    DestinationQuery(Sql sql) {
        this.sql = sql;
    }

    /** The published credit pathway with this number, if the program leads to it and it has an address. */
    public Optional<Destination> find(UUID program, long pathwayId) {
        return sql.first(
                """
                select w.pathway_id, w.name, w.org_name, w.email
                from pathway_program m join pathway w using (pathway_id)
                where m.program_uuid = ? and w.pathway_id = ? and w.status = 'published' and w.pathway_type = 'credit'
                  and coalesce(w.email, '') <> ''
                """,
                row -> new Destination(
                        row.getLong("pathway_id"),
                        Row.text(row, "name"),
                        Row.text(row, "org_name"),
                        Row.text(row, "email")),
                program,
                pathwayId);
    }

    /** Whether the program has a configuration of its certificate, without which no record of it is sent. */
    public boolean isConfigured(UUID program) {
        return sql.first("select 1 from program_certificate where program_uuid = ?", row -> true, program)
                .isPresent();
    }
}
