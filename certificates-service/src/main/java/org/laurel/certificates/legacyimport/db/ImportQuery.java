package org.laurel.certificates.legacyimport.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.certificates.legacyimport.domain.ImportFormat;
import org.laurel.certificates.legacyimport.domain.LegacyImport;
import org.laurel.certificates.legacyimport.domain.RowCode;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads imports and what is wrong with their rows. */
@ApplicationScoped
public class ImportQuery {

    private static final String SELECT = """
            select i.*, p.parts, p.row_count, p.size
            from legacy_import i
            cross join lateral (select count(*)::int as parts, coalesce(sum(row_count), 0)::bigint as row_count,
                                       coalesce(sum(size), 0)::bigint as size
                                from legacy_import_part where import_id = i.id) p
            """;

    private final Sql sql;
    private final ObjectMapper json;

    ImportQuery(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A row that was refused. */
    public record Problem(int part, long line, RowCode code) {}

    /** An import; empty when there is none of this id. */
    public Optional<LegacyImport> find(long id) {
        return sql.first(SELECT + "where i.id = ?", this::legacyImport, id);
    }

    /** Imports with an id below the given one, newest first. */
    public List<LegacyImport> before(long id, int limit) {
        return sql.query(SELECT + "where i.id < ? order by i.id desc limit ?", this::legacyImport, id, limit);
    }

    /** Refused rows after a place, in the order of the file. */
    public List<Problem> problems(long id, int afterPart, long afterLine, int limit) {
        return sql.query(
                """
                select part, line, code from legacy_import_problem
                where import_id = ? and (part, line) > (?, ?) order by part, line limit ?
                """,
                row -> new Problem(row.getInt("part"), row.getLong("line"), RowCode.of(Row.text(row, "code"))),
                id,
                afterPart,
                afterLine,
                limit);
    }

    private LegacyImport legacyImport(ResultSet row) throws SQLException {
        String format = row.getString("format");
        return new LegacyImport(
                row.getLong("id"),
                Row.text(row, "state"),
                format == null ? null : ImportFormat.of(format),
                row.getBoolean("announce"),
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
