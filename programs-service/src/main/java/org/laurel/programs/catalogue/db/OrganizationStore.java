package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.domain.Keeping;
import org.laurel.programs.catalogue.domain.Keeping.Versioned;
import org.laurel.programs.catalogue.domain.Organization;
import org.laurel.programs.catalogue.domain.PutOrganization;
import org.laurel.programs.catalogue.domain.Remove;

/** Organisations: one statement for all of a call. */
@ApplicationScoped
public class OrganizationStore {

    private final Sql sql;

    OrganizationStore(Sql sql) {
        this.sql = sql;
    }

    /** An organisation as the database holds it. */
    public record Stored(Organization organization, Versioned version) {}

    /** An organisation to keep. */
    public record Written(PutOrganization command, Keeping.Change change) {}

    /** Organisations by uuid; unknown ones are left out. */
    public Map<UUID, Stored> load(Collection<UUID> uuids) {
        return sql
                .query("select * from organization where uuid = any(?::uuid[])", OrganizationStore::stored, (Object)
                        Column.texts(List.copyOf(uuids), uuid -> uuid))
                .stream()
                .collect(Collectors.toMap(stored -> stored.organization().uuid(), Function.identity()));
    }

    /** Whose these keys are; keys that nobody has are left out. */
    public Map<String, UUID> owners(Collection<String> keys) {
        return sql
                .query("select * from organization where key = any(?)", OrganizationStore::stored, (Object)
                        keys.toArray(String[]::new))
                .stream()
                .map(Stored::organization)
                .collect(Collectors.toMap(Organization::key, Organization::uuid));
    }

    /** The last version that each uuid ever had. */
    public Map<UUID, Long> lastVersions(Set<UUID> uuids) {
        return VersionedRow.lastVersions(sql, "organization", "uuid", uuids);
    }

    /** What needs each of the organisations, in words: a program that names it as author. Others are left out. */
    public Map<UUID, String> used(Collection<UUID> uuids) {
        return sql
                .query("""
                        select o.uuid, min('The program ' || p.title || ' names it as author.') as used
                        from organization o
                        join program p on p.document -> 'authoring_organizations'
                                          @> jsonb_build_array(jsonb_build_object('key', o.key))
                            or (lower(jsonb_path_query_array(p.document, '$.authoring_organizations[*].uuid')::text)::jsonb)
                               @> to_jsonb(o.uuid::text)
                        where o.uuid = any(?::uuid[]) and p.status <> 'deleted'
                        group by o.uuid
                        """, row -> Map.entry(UUID.fromString(Row.text(row, "uuid")), Row.text(row, "used")), (Object)
                        Column.texts(List.copyOf(uuids), uuid -> uuid))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps organisations; the database writes their history. */
    public void save(List<Written> written) {
        if (written.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into organization (uuid, key, name, logo_image_url, certificate_logo_image_url, version,
                                          created_at, modified_at, changed_by, change_reason, cause_id)
                select t.uuid::uuid, t.key, t.name, t.logo, t.certificate_logo, t.version, t.created_at::timestamptz,
                       t.modified_at::timestamptz, t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[])
                     as t (uuid, key, name, logo, certificate_logo, version, created_at, modified_at, changed_by,
                           change_reason, cause_id)
                on conflict (uuid) do update set key = excluded.key, name = excluded.name,
                    logo_image_url = excluded.logo_image_url,
                    certificate_logo_image_url = excluded.certificate_logo_image_url, version = excluded.version,
                    modified_at = excluded.modified_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(written, each -> organization(each).uuid()),
                Column.texts(written, each -> organization(each).key()),
                Column.texts(written, each -> organization(each).name()),
                Column.texts(written, each -> organization(each).logoImageUrl()),
                Column.texts(written, each -> organization(each).certificateLogoImageUrl()),
                Column.longs(written, each -> each.change().version()),
                Column.texts(written, each -> each.change().createdAt()),
                Column.texts(written, each -> each.change().at()),
                Column.texts(written, each -> each.command().cause().by()),
                Column.texts(written, each -> each.command().cause().reason()),
                Column.texts(written, each -> each.command().cause().id()));
    }

    /** Deletes organisations; a last version in their history says who did. */
    public void delete(List<Remove> commands) {
        VersionedRow.delete(sql, "organization", "uuid", commands);
    }

    private static Organization organization(Written written) {
        return written.command().organization();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(OrganizationRow.read(row), VersionedRow.read(row));
    }
}
