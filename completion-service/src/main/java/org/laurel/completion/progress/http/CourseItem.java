package org.laurel.completion.progress.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.structure.domain.CourseView;

/**
 * A learner's completion of a course run. The optional members are there when they were asked for.
 *
 * @param chapter every chapter of the structure in course order, and so on for the other types
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CourseItem(
        String courseKey,
        CompletionAnswer completion,
        @Nullable String username,
        @Nullable List<BlockItem> chapter,
        @Nullable List<BlockItem> sequential,
        @Nullable List<BlockItem> vertical) {

    static CourseItem of(ProgressView view, RequestedFields fields) {
        CourseView seen = view.view();
        return new CourseItem(
                view.key().courseKey().value(),
                seen == null ? CompletionAnswer.UNKNOWN : CompletionAnswer.of(view.tally(seen.course())),
                fields.has(RequestedFields.USERNAME) ? view.username() : null,
                blocks(view, fields, "chapter"),
                blocks(view, fields, "sequential"),
                blocks(view, fields, "vertical"));
    }

    private static @Nullable List<BlockItem> blocks(ProgressView view, RequestedFields fields, String type) {
        if (!fields.has(type)) {
            return null;
        }
        CourseView seen = view.view();
        return seen == null
                ? List.of()
                : seen.aggregates().stream()
                        .filter(aggregate -> aggregate.type().equals(type))
                        .map(aggregate -> BlockItem.of(view, aggregate))
                        .toList();
    }
}
