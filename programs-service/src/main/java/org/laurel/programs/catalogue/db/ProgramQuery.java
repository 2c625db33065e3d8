package org.laurel.programs.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.domain.ProgramFilter;
import org.laurel.programs.catalogue.domain.ProgramStatus;
import org.laurel.programs.catalogue.domain.Version;

/** Reads programs for display: one statement for any number of them. */
@ApplicationScoped
public class ProgramQuery {

    /** A course by its uuid, which a document may write in any case. */
    private static final String COURSE =
            "(lower(jsonb_path_query_array(p.document, '$.courses[*].uuid')::text)::jsonb) @> to_jsonb(?::text)";

    private static final String AUTHOR = """
            (p.document -> 'authoring_organizations' @> jsonb_build_array(jsonb_build_object('key', ?::text))
             or (lower(jsonb_path_query_array(p.document, '$.authoring_organizations[*].uuid')::text)::jsonb)
                @> to_jsonb(lower(?::text)))""";

    private final Sql sql;

    ProgramQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * A program's document.
     *
     * @param id the number under which existing clients know the configuration of the program's credential; orders lists
     * @param document as JSON
     */
    public record Found(long id, UUID uuid, String document, long version) {}

    /** The whole document of a program as JSON, empty when the program is unknown. */
    public Optional<String> document(UUID uuid) {
        return find(uuid).map(Found::document);
    }

    /** A program's document and version, empty when the program is unknown. */
    public Optional<Found> find(UUID uuid) {
        return sql.first("select * from program where program_uuid = ?", ProgramQuery::found, uuid);
    }

    /** The document of a program in a version that it had, whatever has become of it since. */
    public String as(UUID uuid, long version) {
        return sql.first(VersionRow.as("program", "program_uuid"), row -> Row.text(row, "document"), uuid, version)
                .orElseThrow();
    }

    /** How many programs the filter lets through. */
    public long count(ProgramFilter filter) {
        Conditions conditions = conditions(filter);
        return sql.query(
                        "select count(*) from program p" + conditions.sql(),
                        row -> row.getLong(1),
                        conditions.arguments())
                .getFirst();
    }

    /** A page of the programs that the filter lets through, oldest first. */
    public List<Found> page(ProgramFilter filter, int offset, int limit) {
        Conditions conditions = conditions(filter);
        return sql.query(
                "select p.* from program p" + conditions.sql() + " order by p.id offset ? limit ?",
                ProgramQuery::found,
                conditions.arguments(offset, limit));
    }

    /** Those after a program's number. */
    public List<Found> after(ProgramFilter filter, long id, int limit) {
        Conditions conditions = conditions(filter).add("p.id > ?", id);
        return sql.query(
                "select p.* from program p" + conditions.sql() + " order by p.id limit ?",
                ProgramQuery::found,
                conditions.arguments(limit));
    }

    /** Versions of a document with a place in the history below the given one, newest first. */
    public List<Version<String>> history(UUID uuid, long before, int limit) {
        return sql.query(
                VersionRow.select("program", "program_uuid"),
                row -> VersionRow.of(row, Row.text(row, "document")),
                uuid,
                before,
                limit);
    }

    private static Conditions conditions(ProgramFilter filter) {
        return new Conditions()
                .add("p.status = any(?)", texts(filter.statuses(), ProgramStatus::slug))
                .add("lower(p.type) = any(?)", texts(filter.types(), type -> type))
                .add("p.program_uuid = any(?::uuid[])", texts(filter.uuids(), UUID::toString))
                .add(
                        "p.program_uuid in (select r.program_uuid from program_course_run r where r.course_key = ?)",
                        filter.courseKey() == null ? null : filter.courseKey().value())
                .add(COURSE, filter.course() == null ? null : filter.course().toString())
                .addAll(AUTHOR, filter.organization(), 2)
                .add("p.hidden = ?", filter.hidden())
                .addAll(
                        "(p.title ilike ? or p.document ->> 'marketing_slug' ilike ?)",
                        Conditions.containing(filter.text()),
                        2);
    }

    private static <T> String @Nullable [] texts(Set<T> values, Function<T, String> text) {
        return values.isEmpty() ? null : values.stream().map(text).toArray(String[]::new);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("id"),
                UUID.fromString(Row.text(row, "program_uuid")),
                Row.text(row, "document"),
                row.getLong("version"));
    }
}
