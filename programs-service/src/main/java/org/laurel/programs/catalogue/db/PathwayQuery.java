package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.domain.Pathway;
import org.laurel.programs.catalogue.domain.PathwayFilter;
import org.laurel.programs.catalogue.domain.Version;

/** Reads pathways. */
@ApplicationScoped
public class PathwayQuery {

    private final Sql sql;

    PathwayQuery(Sql sql) {
        this.sql = sql;
    }

    /** A pathway and its version. */
    public record Found(Pathway pathway, long version, Instant modifiedAt) {}

    /** A pathway, empty when there is none. */
    public Optional<Found> find(UUID uuid) {
        return sql.first("select * from pathway where uuid = ?", PathwayQuery::found, uuid);
    }

    /** A pathway in a version that it had, whatever has become of it since. */
    public Pathway as(UUID uuid, long version) {
        return sql.first(VersionRow.as("pathway", "uuid"), PathwayRow::read, uuid, version)
                .orElseThrow();
    }

    /**
     * The pathways that a program leads to, whatever their type and status, by number: those that name it, and those that it
     * names.
     *
     * @param numbered the numbers in the program's document
     */
    public List<Pathway> leadingOn(UUID program, Collection<Long> numbered) {
        return sql.query("""
                select w.* from pathway w
                where w.pathway_id in (select l.pathway_id from pathway_program l where l.program_uuid = ?
                                       union select unnest(?::bigint[]))
                order by w.pathway_id
                """, PathwayRow::read, program, numbered.toArray(Long[]::new));
    }

    /** How many pathways the filter lets through. */
    public long count(PathwayFilter filter) {
        Conditions conditions = conditions(filter);
        return sql.query(
                        "select count(*) from pathway w" + conditions.sql(),
                        row -> row.getLong(1),
                        conditions.arguments())
                .getFirst();
    }

    /** A page of the pathways that the filter lets through, by number. */
    public List<Found> page(PathwayFilter filter, int offset, int limit) {
        Conditions conditions = conditions(filter);
        return sql.query(
                "select w.* from pathway w" + conditions.sql() + " order by w.pathway_id offset ? limit ?",
                PathwayQuery::found,
                conditions.arguments(offset, limit));
    }

    /** Those after a number. */
    public List<Found> after(PathwayFilter filter, long id, int limit) {
        Conditions conditions = conditions(filter).add("w.pathway_id > ?", id);
        return sql.query(
                "select w.* from pathway w" + conditions.sql() + " order by w.pathway_id limit ?",
                PathwayQuery::found,
                conditions.arguments(limit));
    }

    /** Versions with a place in the history below the given one, newest first. */
    public List<Version<Pathway>> history(UUID uuid, long before, int limit) {
        return sql.query(
                VersionRow.select("pathway", "uuid"),
                row -> VersionRow.of(row, PathwayRow.read(row)),
                uuid,
                before,
                limit);
    }

    private static Conditions conditions(PathwayFilter filter) {
        return new Conditions()
                .add(
                        "w.pathway_type = ?",
                        filter.type() == null ? null : filter.type().slug())
                .add(
                        "w.status = ?",
                        filter.status() == null ? null : filter.status().slug())
                .add(
                        "w.pathway_id in (select l.pathway_id from pathway_program l where l.program_uuid = ?)",
                        filter.program())
                .addAll("(w.name ilike ? or w.org_name ilike ?)", Conditions.containing(filter.text()), 2);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(PathwayRow.read(row), row.getLong("version"), Row.instant(row, "modified_at"));
    }
}
