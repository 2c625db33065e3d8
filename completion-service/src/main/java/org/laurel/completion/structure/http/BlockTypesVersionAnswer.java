package org.laurel.completion.structure.http;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.db.BlockTypesQuery.Version;

/** A version of the registry of block types, and who had it hold. */
public record BlockTypesVersionAnswer(
        long version,
        SortedMap<String, String> types,
        List<String> aggregated,
        Instant changeDate,
        String changedBy,
        @Nullable String changeReason) {

    static BlockTypesVersionAnswer of(Version version) {
        BlockTypesAnswer answer = BlockTypesAnswer.of(version.types());
        return new BlockTypesVersionAnswer(
                answer.version(),
                answer.types(),
                answer.aggregated(),
                version.types().since(),
                version.changedBy(),
                version.reason());
    }
}
