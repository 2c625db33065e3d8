package org.laurel.enrollment.importing.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.importing.domain.ImportFormat;
import org.laurel.enrollment.importing.domain.ImportRun;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads imports and what became of their rows. */
@ApplicationScoped
public class ImportQuery {

    private static final String SELECT = """
            select i.*, p.parts, p.row_count, p.size
            from data_import i
            cross join lateral (select count(*)::int as parts, coalesce(sum(row_count), 0)::bigint as row_count,
                                       coalesce(sum(size), 0)::bigint as size
                                from data_import_part where import_id = i.id) p
            """;

    private final Sql sql;
    private final ObjectMapper json;

    ImportQuery(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * What became of a row.
     *
     * @param file the name of the part that it is in
     * @param subject the ids and keys that it is about, null when it does not tell
     */
    public record Result(
            int part,
            String file,
            long line,
            String outcome,
            @Nullable String subject) {}

    /** An import; empty when there is none of this id. */
    public Optional<ImportRun> find(long id) {
        return sql.first(SELECT + "where i.id = ?", this::run, id);
    }

    /** Imports with an id below the given one, newest first. */
    public List<ImportRun> before(long id, int limit) {
        return sql.query(SELECT + "where i.id < ? order by i.id desc limit ?", this::run, id, limit);
    }

    /**
     * Rows that are worked off, after a place, in order.
     *
     * @param refusedOnly whether rows that were accepted are left out
     */
    public List<Result> results(long id, int afterPart, long afterLine, boolean refusedOnly, int limit) {
        return sql.query(
                """
                select r.part, p.file_name, r.line, r.outcome, r.subject from data_import_row r
                join data_import_part p on p.import_id = r.import_id and p.number = r.part
                where r.import_id = ? and (r.part, r.line) > (?, ?) and r.outcome is not null
                  and (not ? or r.outcome like 'refused.%')
                order by r.part, r.line limit ?
                """,
                row -> new Result(
                        row.getInt("part"),
                        Row.text(row, "file_name"),
                        row.getLong("line"),
                        Row.text(row, "outcome"),
                        row.getString("subject")),
                id,
                afterPart,
                afterLine,
                refusedOnly,
                limit);
    }

    private ImportRun run(ResultSet row) throws SQLException {
        String format = row.getString("format");
        return new ImportRun(
                row.getLong("id"),
                Row.text(row, "kind"),
                Row.text(row, "state"),
                format == null ? null : ImportFormat.of(format),
                row.getBoolean("dry_run"),
                Row.longOrNull(row, "job_id"),
                row.getLong("row_count"),
                row.getLong("size"),
                row.getInt("parts"),
                counts(Row.text(row, "counts")),
                Row.instant(row, "created_at"),
                Row.text(row, "created_by"),
                Row.instantOrNull(row, "finished_at"));
    }

    private Map<String, Long> counts(String text) throws SQLException {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new SQLException("counts are no JSON", impossible);
        }
    }
}
