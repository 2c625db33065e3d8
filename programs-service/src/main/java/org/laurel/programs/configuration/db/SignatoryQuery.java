package org.laurel.programs.configuration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.configuration.domain.Signatory;

/** Reads those who sign certificates. */
@ApplicationScoped
public class SignatoryQuery {

    private final Sql sql;

    SignatoryQuery(Sql sql) {
        this.sql = sql;
    }

    /** A signatory, or a version of one, with who has changed it, and why. */
    public record Found(
            Signatory signatory, String changedBy, @Nullable String changeReason) {}

    /** The signatory with this id. */
    public Optional<Found> find(long id) {
        return sql.first("select * from signatory where signatory_id = ?", SignatoryQuery::found, id);
    }

    /** Signatories by id, those after the given one. */
    public List<Found> list(long after, int limit) {
        return sql.query(
                "select * from signatory where signatory_id > ? order by signatory_id limit ?",
                SignatoryQuery::found,
                after,
                limit);
    }

    /** The signatories with these ids, in their order. */
    public List<Signatory> inOrder(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Signatory> found = sql
                .query("select * from signatory where signatory_id = any(?)", SignatoryRow::signatory, (Object)
                        Column.longs(List.copyOf(ids), id -> id))
                .stream()
                .collect(Collectors.toMap(Signatory::id, Function.identity()));
        List<Signatory> inOrder = new ArrayList<>();
        ids.forEach(id -> Optional.ofNullable(found.get(id)).ifPresent(inOrder::add));
        return inOrder;
    }

    /**
     * All versions of a signatory, newest first; those of a deleted one too.
     *
     * @param before only versions below this one, null for all
     */
    public List<Found> history(long id, @Nullable Long before, int limit) {
        return sql.query("""
                select * from (select distinct on (version) * from signatory_history
                               where signatory_id = ? and history_operation <> '-' order by version, history_id) h
                where ?::bigint is null or version < ?::bigint
                order by version desc limit ?
                """, SignatoryQuery::found, id, before, before, limit);
    }

    /** The bytes of a signatory's picture, empty when the signatory has another one, or none. */
    public Optional<byte[]> picture(long id, String sha256) {
        return sql.first("""
                select i.content from signatory s join signatory_image i on i.sha256 = s.image_sha256
                where s.signatory_id = ? and s.image_sha256 = ?
                """, row -> row.getBytes("content"), id, sha256);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(SignatoryRow.signatory(row), Row.text(row, "changed_by"), row.getString("change_reason"));
    }
}
