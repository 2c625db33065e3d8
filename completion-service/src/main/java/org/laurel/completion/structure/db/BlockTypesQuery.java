package org.laurel.completion.structure.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads the registry of block types and its history. */
@ApplicationScoped
public class BlockTypesQuery {

    private final Sql sql;
    private final BlockTypesStore types;

    BlockTypesQuery(Sql sql, BlockTypesStore types) {
        this.sql = sql;
        this.types = types;
    }

    /** A version of the registry, and who had it hold. */
    public record Version(
            BlockTypes types, String changedBy, @Nullable String reason) {}

    /** The registry that holds now. */
    public BlockTypes newest() {
        return types.newest();
    }

    /** All versions that somebody had hold, newest first; only those older than the given one, unless that is null. */
    public List<Version> history(@Nullable Long before, int limit) {
        return sql.query(
                "select * from block_types where version < ? order by version desc limit ?",
                this::version,
                before == null ? Long.MAX_VALUE : before,
                limit);
    }

    private Version version(ResultSet row) throws SQLException {
        return new Version(types.types(row), Row.text(row, "changed_by"), row.getString("change_reason"));
    }
}
