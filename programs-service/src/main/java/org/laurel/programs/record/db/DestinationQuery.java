package org.laurel.programs.record.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.record.domain.Destination;

/** Reads where records of programs may be sent. */
@ApplicationScoped
public class DestinationQuery {

    private final Sql sql;

    DestinationQuery(Sql sql) {
        this.sql = sql;
    }

    /** A program, and the number of a pathway to which it may lead. */
    public record Way(UUID program, long pathwayId) {}

    /** The published credit pathways among these, if the program leads to them and they have an address. */
    public Map<Way, Destination> open(Collection<Way> ways) {
        List<Way> wanted = List.copyOf(Set.copyOf(ways));
        Map<Way, Destination> open = new HashMap<>();
        sql.query(
                        """
                        select m.program_uuid, w.pathway_id, w.name, w.org_name, w.email
                        from unnest(?::text[], ?::bigint[]) as t (program_uuid, pathway_id)
                        join pathway_program m on m.program_uuid = t.program_uuid::uuid and m.pathway_id = t.pathway_id
                        join pathway w on w.pathway_id = m.pathway_id
                        where w.status = 'published' and w.pathway_type = 'credit' and coalesce(w.email, '') <> ''
                        """,
                        row -> Map.entry(
                                new Way(UUID.fromString(Row.text(row, "program_uuid")), row.getLong("pathway_id")),
                                new Destination(
                                        row.getLong("pathway_id"),
                                        Row.text(row, "name"),
                                        Row.text(row, "org_name"),
                                        Row.text(row, "email"))),
                        Column.texts(wanted, Way::program),
                        Column.longs(wanted, Way::pathwayId))
                .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
        return open;
    }

    /** Those of the programs that have a configuration of their certificate, without which no record of them is sent. */
    public Set<UUID> configured(Collection<UUID> programs) {
        return Set.copyOf(sql.query(
                "select program_uuid from program_certificate where program_uuid = any(?::uuid[])",
                row -> UUID.fromString(Row.text(row, "program_uuid")),
                (Object) Column.texts(List.copyOf(Set.copyOf(programs)), uuid -> uuid)));
    }
}
