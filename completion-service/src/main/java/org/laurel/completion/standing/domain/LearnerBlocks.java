package org.laurel.completion.standing.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.laurel.kit.domain.FactOrder;

/**
 * Which of a block's children one learner sees, and from when, as the platform told us.
 *
 * @param parent key of the block
 * @param selected keys of the children that the learner sees
 * @param releases from when the learner sees single blocks, by block key
 * @param place of the fact; the newest of a parent wins
 */
public record LearnerBlocks(
        CourseLearner key, String parent, Set<String> selected, Map<String, Instant> releases, FactOrder place) {

    public LearnerBlocks {
        selected = Set.copyOf(selected);
        releases = Map.copyOf(releases);
    }
}
