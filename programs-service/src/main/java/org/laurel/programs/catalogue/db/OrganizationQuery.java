package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.domain.Organization;
import org.laurel.programs.catalogue.domain.OrganizationFilter;
import org.laurel.programs.catalogue.domain.Version;

/** Reads organisations. */
@ApplicationScoped
public class OrganizationQuery {

    private final Sql sql;

    OrganizationQuery(Sql sql) {
        this.sql = sql;
    }

    /** An organisation and its version. */
    public record Found(Organization organization, long version, Instant modifiedAt) {}

    /** An organisation, empty when there is none. */
    public Optional<Found> find(UUID uuid) {
        return sql.first("select * from organization where uuid = ?", OrganizationQuery::found, uuid);
    }

    /** How many organisations the filter lets through. */
    public long count(OrganizationFilter filter) {
        Conditions conditions = conditions(filter);
        return sql.query(
                        "select count(*) from organization o" + conditions.sql(),
                        row -> row.getLong(1),
                        conditions.arguments())
                .getFirst();
    }

    /** A page of the organisations that the filter lets through, by key. */
    public List<Found> page(OrganizationFilter filter, int offset, int limit) {
        Conditions conditions = conditions(filter);
        return sql.query(
                "select o.* from organization o" + conditions.sql() + " order by o.key collate \"C\" offset ? limit ?",
                OrganizationQuery::found,
                conditions.arguments(offset, limit));
    }

    /** Those after a key. */
    public List<Found> after(OrganizationFilter filter, String key, int limit) {
        Conditions conditions = conditions(filter).add("o.key collate \"C\" > ?", key);
        return sql.query(
                "select o.* from organization o" + conditions.sql() + " order by o.key collate \"C\" limit ?",
                OrganizationQuery::found,
                conditions.arguments(limit));
    }

    /** Versions with a place in the history below the given one, newest first. */
    public List<Version<Organization>> history(UUID uuid, long before, int limit) {
        return sql.query(
                VersionRow.select("organization", "uuid"),
                row -> VersionRow.of(row, OrganizationRow.read(row)),
                uuid,
                before,
                limit);
    }

    private static Conditions conditions(OrganizationFilter filter) {
        return new Conditions()
                .add("o.key = ?", filter.key())
                .addAll("(o.key ilike ? or o.name ilike ?)", Conditions.containing(filter.text()), 2);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(OrganizationRow.read(row), row.getLong("version"), Row.instant(row, "modified_at"));
    }
}
