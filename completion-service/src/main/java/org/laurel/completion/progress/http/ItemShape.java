package org.laurel.completion.progress.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.Extent;
import org.laurel.completion.progress.domain.Mean;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.events.key.CourseKey;

/**
 * What an answer tells of each learner and course run.
 *
 * @param optional whether completions tell of optional blocks too
 * @param rootBlock the block that the answer is about, with what lies below it; null for the whole course
 */
record ItemShape(
        RequestedFields fields, boolean optional, @Nullable String rootBlock) {

    /** Of whole courses, without optional blocks. */
    static ItemShape of(RequestedFields fields) {
        return new ItemShape(fields, false, null);
    }

    /** The same with the learner's username. */
    ItemShape withUsername() {
        return new ItemShape(fields.withUsername(), optional, rootBlock);
    }

    /** How much has to be read. */
    Extent extent() {
        return new Extent(fields.types(), rootBlock);
    }

    /** One item. Of a block that the learner does not see nothing is possible. */
    CourseItem item(ProgressView view, Map<CourseKey, Mean> means) {
        CourseKey courseKey = view.key().courseKey();
        Mean mean = means.get(courseKey);
        CourseView seen = view.view();
        return new CourseItem(
                courseKey.value(),
                seen == null ? CompletionAnswer.unknown(optional) : completion(view, seen),
                fields.username() ? view.username() : null,
                fields.mean() && mean != null ? mean.value() : null,
                lists(view, seen == null ? List.of() : extent().listed(seen)));
    }

    private CompletionAnswer completion(ProgressView view, CourseView seen) {
        Tally tally =
                extent().root(seen).map(root -> view.tallyOfAny(seen, root)).orElse(Tally.NONE);
        return CompletionAnswer.of(tally, optional);
    }

    private Map<String, List<BlockItem>> lists(ProgressView view, List<Aggregate> aggregates) {
        Map<String, List<BlockItem>> lists = new HashMap<>();
        for (String type : fields.types()) {
            lists.put(
                    type,
                    aggregates.stream()
                            .filter(aggregate -> aggregate.type().equals(type))
                            .map(aggregate -> block(view, aggregate))
                            .toList());
        }
        return lists;
    }

    private BlockItem block(ProgressView view, Aggregate aggregate) {
        return new BlockItem(
                view.key().courseKey().value(),
                aggregate.blockKey(),
                aggregate.blockKey(),
                CompletionAnswer.of(view.tally(aggregate), optional));
    }
}
