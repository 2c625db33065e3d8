package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.domain.Keeping;
import org.laurel.programs.catalogue.domain.Keeping.Versioned;
import org.laurel.programs.catalogue.domain.Pathway;
import org.laurel.programs.catalogue.domain.PutPathway;
import org.laurel.programs.catalogue.domain.Remove;

/** Pathways: one statement per table for all of a call. */
@ApplicationScoped
public class PathwayStore {

    private final Sql sql;

    PathwayStore(Sql sql) {
        this.sql = sql;
    }

    /** A pathway as the database holds it. */
    public record Stored(Pathway pathway, Versioned version) {}

    /** A pathway to keep. */
    public record Written(PutPathway command, Keeping.Change change) {}

    /** Pathways by uuid; unknown ones are left out. */
    public Map<UUID, Stored> load(Collection<UUID> uuids) {
        return sql
                .query(
                        "select * from pathway where uuid = any(?::uuid[])",
                        row -> new Stored(PathwayRow.read(row), VersionedRow.read(row)),
                        (Object) Column.texts(List.copyOf(uuids), uuid -> uuid))
                .stream()
                .collect(Collectors.toMap(stored -> stored.pathway().uuid(), Function.identity()));
    }

    /** Whose these numbers are, or were when the pathway is deleted by now; numbers that nobody had are left out. */
    public Map<Long, UUID> owners(Collection<Long> ids) {
        return sql
                .query(
                        "select distinct on (pathway_id) pathway_id, uuid from pathway_history where pathway_id = any(?)"
                                + " order by pathway_id, history_id desc",
                        row -> Map.entry(row.getLong("pathway_id"), UUID.fromString(Row.text(row, "uuid"))),
                        (Object) ids.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The highest number that a pathway ever had, 0 before the first. */
    public long highestId() {
        return sql.query("select coalesce(max(pathway_id), 0) from pathway_history", row -> row.getLong(1))
                .getFirst();
    }

    /** The last version that each uuid ever had. */
    public Map<UUID, Long> lastVersions(Set<UUID> uuids) {
        return VersionedRow.lastVersions(sql, "pathway", "uuid", uuids);
    }

    /**
     * What needs each of the pathways, in words: a program that leads to it, or learners who have sent records over it. Pathways
     * that nothing needs are left out.
     */
    public Map<UUID, String> used(Collection<UUID> uuids) {
        return sql.query("""
                        select w.uuid, coalesce(
                            (select min('The program ' || p.title || ' leads to it.') from program p
                             where p.status <> 'deleted'
                               and (p.program_uuid = any(w.program_uuids)
                                    or p.document -> 'pathway_ids' @> to_jsonb(array[w.pathway_id]))),
                            (select 'Learners have sent records over it.' from sent_record s
                             where s.pathway_id = w.pathway_id limit 1)) as used
                        from pathway w where w.uuid = any(?::uuid[])
                        """, PathwayStore::use, (Object) Column.texts(List.copyOf(uuids), uuid -> uuid)).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps pathways; the database writes their history. */
    public void save(List<Written> written) {
        if (written.isEmpty()) {
            return;
        }
        savePathways(written);
        sql.update("delete from pathway_program where pathway_id = any(?)", (Object)
                Column.longs(written, each -> pathway(each).id()));
        sql.update("""
                insert into pathway_program (pathway_id, program_uuid, position)
                select w.pathway_id, p.program_uuid, p.position
                from pathway w cross join lateral unnest(w.program_uuids) with ordinality as p (program_uuid, position)
                where w.pathway_id = any(?)
                """, (Object) Column.longs(written, each -> pathway(each).id()));
    }

    /** Deletes pathways; a last version in their history says who did. */
    public void delete(List<Remove> commands) {
        VersionedRow.delete(sql, "pathway", "uuid", commands);
    }

    private void savePathways(List<Written> written) {
        sql.update(
                """
                insert into pathway (pathway_id, uuid, name, org_name, email, description, destination_url, pathway_type,
                                     status, program_uuids, version, created_at, modified_at, changed_by, change_reason,
                                     cause_id)
                select t.pathway_id, t.uuid::uuid, t.name, t.org_name, t.email, t.description, t.destination_url, t.type,
                       t.status, t.programs::uuid[], t.version, t.created_at::timestamptz, t.modified_at::timestamptz,
                       t.changed_by, t.change_reason, t.cause_id
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (pathway_id, uuid, name, org_name, email, description, destination_url, type, status, programs,
                           version, created_at, modified_at, changed_by, change_reason, cause_id)
                on conflict (uuid) do update set name = excluded.name, org_name = excluded.org_name, email = excluded.email,
                    description = excluded.description, destination_url = excluded.destination_url,
                    pathway_type = excluded.pathway_type, status = excluded.status, program_uuids = excluded.program_uuids,
                    version = excluded.version, modified_at = excluded.modified_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.longs(written, each -> pathway(each).id()),
                Column.texts(written, each -> pathway(each).uuid()),
                Column.texts(written, each -> pathway(each).name()),
                Column.texts(written, each -> pathway(each).orgName()),
                Column.texts(written, each -> pathway(each).email()),
                Column.texts(written, each -> pathway(each).description()),
                Column.texts(written, each -> pathway(each).destinationUrl()),
                Column.texts(written, each -> pathway(each).type().slug()),
                Column.texts(written, each -> pathway(each).status().slug()),
                Column.texts(written, each -> "{" + join(pathway(each).programs()) + "}"),
                Column.longs(written, each -> each.change().version()),
                Column.texts(written, each -> each.change().createdAt()),
                Column.texts(written, each -> each.change().at()),
                Column.texts(written, each -> each.command().cause().by()),
                Column.texts(written, each -> each.command().cause().reason()),
                Column.texts(written, each -> each.command().cause().id()));
    }

    private static Optional<Map.Entry<UUID, String>> use(ResultSet row) throws SQLException {
        String used = row.getString("used");
        return used == null ? Optional.empty() : Optional.of(Map.entry(UUID.fromString(Row.text(row, "uuid")), used));
    }

    private static String join(List<UUID> uuids) {
        return uuids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static Pathway pathway(Written written) {
        return written.command().pathway();
    }
}
