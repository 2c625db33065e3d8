package org.laurel.completion.progress.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A learner's completion of a course run, or of one of its blocks. The optional members are there when they were asked for.
 *
 * @param mean of the percents of all learners of the course run who have no role in it, from 0 to 1
 * @param blocks the blocks of each type that was asked for, in course order; each list is a member with the type's name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        additionalProperties = BlockItem[].class,
        properties = {
            @SchemaProperty(name = "chapter", type = SchemaType.ARRAY, implementation = BlockItem.class),
            @SchemaProperty(name = "sequential", type = SchemaType.ARRAY, implementation = BlockItem.class),
            @SchemaProperty(name = "vertical", type = SchemaType.ARRAY, implementation = BlockItem.class)
        })
public record CourseItem(
        String courseKey,
        CompletionAnswer completion,
        @Nullable String username,
        @Nullable Double mean,
        @JsonAnyGetter @Schema(hidden = true) Map<String, List<BlockItem>> blocks) {

    public CourseItem {
        blocks = Map.copyOf(blocks);
    }
}
