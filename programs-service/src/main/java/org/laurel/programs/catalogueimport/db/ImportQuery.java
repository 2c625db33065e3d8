package org.laurel.programs.catalogueimport.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogueimport.domain.CatalogueImport;
import org.laurel.programs.catalogueimport.domain.Outcome;
import org.laurel.programs.catalogueimport.domain.Outcome.Flaw;
import org.laurel.programs.catalogueimport.domain.Place;

/** Reads imports and what became of their items. */
@ApplicationScoped
public class ImportQuery {

    private static final String SELECT = """
            select i.*, p.parts, p.items from catalogue_import i
            cross join lateral (select count(*)::int as parts, coalesce(sum(item_count), 0)::bigint as items
                                from catalogue_import_part where import_id = i.id) p
            """;

    private final Sql sql;
    private final ObjectMapper json;

    ImportQuery(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * What became of an item.
     *
     * @param subject its uuid, null when it has none
     */
    public record Result(Place place, String kind, @Nullable UUID subject, Outcome outcome) {}

    /** An import; empty when there is none of this id. */
    public Optional<CatalogueImport> find(long id) {
        return sql.first(SELECT + "where i.id = ?", this::run, id);
    }

    /** Imports with an id below the given one, newest first. */
    public List<CatalogueImport> before(long id, int limit) {
        return sql.query(SELECT + "where i.id < ? order by i.id desc limit ?", this::run, id, limit);
    }

    /**
     * Items that are worked off, after a place, in order.
     *
     * @param refusedOnly whether items that were accepted are left out
     */
    public List<Result> results(long id, Place after, boolean refusedOnly, int limit) {
        return sql.query("""
                select * from catalogue_import_item
                where import_id = ? and (part, position) > (?, ?) and outcome is not null and (not ? or outcome = 'refused')
                order by part, position limit ?
                """, this::result, id, after.part(), after.position(), refusedOnly, limit);
    }

    private CatalogueImport run(ResultSet row) throws SQLException {
        return new CatalogueImport(
                row.getLong("id"),
                Row.text(row, "state"),
                row.getBoolean("dry_run"),
                Row.longOrNull(row, "job_id"),
                row.getInt("parts"),
                row.getLong("items"),
                read(Row.text(row, "counts"), new TypeReference<>() {}),
                Row.instant(row, "created_at"),
                Row.text(row, "created_by"),
                Row.instantOrNull(row, "finished_at"));
    }

    private Result result(ResultSet row) throws SQLException {
        String violations = row.getString("violations");
        List<Flaw> flaws = violations == null ? List.of() : read(violations, new TypeReference<>() {});
        return new Result(
                new Place(row.getInt("part"), row.getLong("position")),
                Row.text(row, "kind"),
                row.getObject("subject", UUID.class),
                new Outcome(Row.text(row, "outcome"), row.getString("code"), flaws));
    }

    private <T> T read(String text, TypeReference<T> type) throws SQLException {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException malformed) {
            throw new SQLException("a column is not the JSON that was written", malformed);
        }
    }
}
