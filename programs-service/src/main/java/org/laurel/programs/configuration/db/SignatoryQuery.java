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
     * A version of a signatory.
     *
     * @param number its place in the history
     * @param operation {@code +} made, {@code ~} changed, {@code -} deleted
     */
    public record Version(long number, String operation, Found found) {}

    /**
     * All versions of a signatory, newest first; those of a deleted one too. What was written only to tell who deletes, or to
     * erase a person's name, is no version.
     *
     * @param before only entries below this number, null for all
     */
    public List<Version> history(long id, @Nullable Long before, int limit) {
        return sql.query(
                """
                select h.* from signatory_history h
                where h.signatory_id = ? and (?::bigint is null or h.history_id < ?::bigint)
                  and (h.history_operation = '-' or not exists (
                      select from signatory_history o
                      where o.signatory_id = h.signatory_id and o.version = h.version and o.history_id < h.history_id))
                order by h.history_id desc limit ?
                """,
                row -> new Version(row.getLong("history_id"), Row.text(row, "history_operation"), found(row)),
                id,
                before,
                before,
                limit);
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
