package org.laurel.completion.progress.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseView;

/**
 * How much of a learner's progress is read: the sum of the course run or of one block, and the kept sums of some types below it.
 *
 * @param types of blocks whose sums are wanted; none for no more than the one sum
 * @param block of whatever type, below which everything else lies; null for the whole course run
 */
public record Extent(Set<String> types, @Nullable String block) {

    /** Sums of blocks in one answer, of all learners together: about 15 MB as JSON. A single learner's are never too many. */
    public static final int MOST_SUMS = 50_000;

    /** The sum of the course run and nothing else. */
    public static final Extent COURSE = new Extent(Set.of(), null);

    public Extent {
        types = Set.copyOf(types);
    }

    /** The block as the learner sees it, or the course; empty for a block that the learner does not see. */
    public Optional<Aggregate> root(CourseView view) {
        return block == null ? Optional.of(view.course()) : view.block(block);
    }

    /** The blocks of the types, in course order. */
    public List<Aggregate> listed(CourseView view) {
        if (types.isEmpty()) {
            return List.of();
        }
        return root(view).map(view::within).orElse(List.of()).stream()
                .filter(aggregate -> types.contains(aggregate.type()))
                .toList();
    }
}
