package org.laurel.programs.catalogue.db;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.laurel.kit.sql.Row;
import org.laurel.programs.catalogue.domain.Members;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/** Reads stored documents. It takes every one that the database holds: the database writes numbers out with all their digits. */
final class ProgramDetailReader {

    private static final StreamReadConstraints WIDE = StreamReadConstraints.builder()
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNestingDepth(10_000)
            .build();

    private final ObjectReader json = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(WIDE).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(Map.class);

    /** A program from the columns {@code program_uuid} and {@code document}. */
    ProgramDetail program(ResultSet row) throws SQLException {
        UUID uuid = UUID.fromString(Row.text(row, "program_uuid"));
        return ProgramDetail.of(uuid, members(Row.text(row, "document")));
    }

    private Members members(String document) throws SQLException {
        try {
            return Members.of(json.readValue(document)).orElse(Members.NONE);
        } catch (JsonProcessingException impossible) {
            throw new SQLException("a stored program document is no JSON", impossible);
        }
    }
}
