package org.laurel.completion.structure.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CompletionMode;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The versions of the registry of block types. */
@ApplicationScoped
public class BlockTypesStore {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;
    private final Map<Long, BlockTypes> known = new ConcurrentHashMap<>();

    BlockTypesStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The registry that holds now. */
    public BlockTypes newest() {
        return sql.first("select * from block_types order by version desc limit 1", this::types)
                .orElse(BlockTypes.USUAL);
    }

    /** A version of the registry; a stored one never changes, so it is read once. */
    BlockTypes version(long version) {
        if (version == BlockTypes.USUAL.version()) {
            return BlockTypes.USUAL;
        }
        BlockTypes types = known.get(version);
        if (types == null) {
            types = sql.first("select * from block_types where version = ?", this::types, version)
                    .orElseThrow();
            // The one after it makes those before it useless but for learners who are being counted again.
            known.keySet().removeIf(old -> old < version - 1);
            known.put(version, types);
        }
        return types;
    }

    /** Keeps a version, which holds from now on. */
    public void append(BlockTypes types, Cause cause) {
        sql.update(
                """
                insert into block_types (version, modes, aggregated, changed_by, change_reason, cause_id,
                                         created_at)
                values (?, ?::jsonb, ?, ?, ?, ?, ?)
                """,
                types.version(),
                words(types),
                types.aggregated().stream().sorted().toArray(String[]::new),
                cause.by(),
                cause.reason(),
                cause.id(),
                types.since());
    }

    private String words(BlockTypes types) {
        try {
            return json.writeValueAsString(types.modes().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, mode -> mode.getValue().word())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    BlockTypes types(ResultSet row) throws SQLException {
        try {
            Map<String, CompletionMode> modes = json.readValue(Row.text(row, "modes"), WORDS).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            mode -> CompletionMode.of(mode.getValue()).orElseThrow()));
            return new BlockTypes(
                    row.getLong("version"),
                    modes,
                    Set.copyOf(Row.texts(row, "aggregated")),
                    Row.instant(row, "created_at"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("stored block types cannot be read", impossible);
        }
    }
}
