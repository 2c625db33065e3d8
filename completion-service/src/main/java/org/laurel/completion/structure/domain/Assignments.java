package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one learner sees otherwise than others of the same profile.
 *
 * @param selected by parent block: which of its children the learner sees; of other parents all
 * @param releases by block: from when the learner sees it, instead of the time that the structure tells
 */
public record Assignments(Map<String, Set<String>> selected, Map<String, Instant> releases) {

    /** Nothing of one's own. */
    public static final Assignments NONE = new Assignments(Map.of(), Map.of());

    public Assignments {
        selected = Map.copyOf(selected);
        releases = Map.copyOf(releases);
    }

    /** Whether the learner sees just what the profile shows. */
    public boolean isEmpty() {
        return selected.isEmpty() && releases.isEmpty();
    }

    /** The times for blocks that can count. */
    List<Instant> releasesOf(CourseGraph graph) {
        return releases.entrySet().stream()
                .filter(release -> graph.numbers().containsKey(release.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
