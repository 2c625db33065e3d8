package org.laurel.completion.structure.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.StructureBlock;

/**
 * A course structure in requests and answers.
 *
 * @param courseKey may be left out of a request; otherwise the one in the path
 * @param version null for one more than the newest
 * @param occurredAt when it was published, null for now
 */
public record StructureBody(
        @Nullable String courseKey,
        @Nullable Long version,
        @Nullable String root,
        @Nullable List<@Nullable BlockBody> blocks,
        @Nullable Instant occurredAt) {

    /** One block. */
    public record BlockBody(
            @Nullable String blockKey,
            @Nullable String type,
            @Nullable String displayName,
            @Nullable List<@Nullable String> children,
            @Nullable String completionMode,
            @Nullable Boolean optional,
            @Nullable Boolean staffOnly,
            @Nullable List<@Nullable String> groups,
            @Nullable Instant releaseAt) {

        static final BlockBody EMPTY = new BlockBody(null, null, null, null, null, null, null, null, null);

        StructureBlock block() {
            return new StructureBlock(
                    orEmpty(blockKey),
                    orEmpty(type),
                    displayName,
                    children == null ? List.of() : texts(children),
                    completionMode,
                    Boolean.TRUE.equals(optional),
                    Boolean.TRUE.equals(staffOnly),
                    groups == null ? null : texts(groups),
                    releaseAt);
        }

        static BlockBody of(StructureBlock block) {
            return new BlockBody(
                    block.blockKey(),
                    block.type(),
                    block.displayName(),
                    block.children(),
                    block.completionMode(),
                    block.optional(),
                    block.staffOnly(),
                    block.groups(),
                    block.releaseAt());
        }
    }

    /** The blocks; whatever is missing stays empty for the rules to find. */
    List<StructureBlock> structureBlocks() {
        return blocks == null
                ? List.of()
                : blocks.stream()
                        .map(block -> block == null ? BlockBody.EMPTY : block)
                        .map(BlockBody::block)
                        .toList();
    }

    static StructureBody of(CourseStructure structure) {
        return new StructureBody(
                structure.courseKey().value(),
                structure.version(),
                structure.root(),
                structure.blocks().stream().map(BlockBody::of).toList(),
                structure.occurredAt());
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> texts(List<@Nullable String> values) {
        return values.stream().map(StructureBody::orEmpty).toList();
    }
}
