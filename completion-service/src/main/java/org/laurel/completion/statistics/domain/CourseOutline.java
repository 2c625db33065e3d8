package org.laurel.completion.statistics.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;

/**
 * A course run's blocks by the structure that counts now, and who can earn anything in which.
 *
 * @param structureId of the structure, 0 before one is known
 * @param typesVersion of the registry of block types
 * @param titles of the blocks whose sums are kept, in course order
 * @param earnable by profile: the blocks in which somebody with the profile can earn anything, older structures included
 */
public record CourseOutline(
        long structureId, long typesVersion, List<Title> titles, Map<Profile, Set<String>> earnable) {

    public CourseOutline {
        titles = List.copyOf(titles);
        earnable = Map.copyOf(earnable);
    }

    /** A block and its title, null when it has none. */
    public record Title(
            String blockKey, String type, @Nullable String displayName) {}

    /** Before a structure is known. */
    public static final CourseOutline UNKNOWN = new CourseOutline(0, 0, List.of(), Map.of());

    /** The outline of a structure. */
    public static CourseOutline of(CourseGraph graph, CourseView makers, List<CourseView> views) {
        Map<Profile, Set<String>> earnable = new HashMap<>();
        for (CourseView view : views) {
            earnable.put(
                    view.profile(),
                    view.aggregates().stream()
                            .filter(aggregate -> aggregate.possible() > 0)
                            .map(aggregate -> aggregate.blockKey())
                            .collect(Collectors.toSet()));
        }
        return new CourseOutline(
                graph.id(),
                graph.types().version(),
                makers.aggregates().stream()
                        .map(one -> new Title(one.blockKey(), one.type(), graph.displayName(one)))
                        .toList(),
                earnable);
    }

    /** The blocks in which learners of a profile can earn anything. */
    Set<String> earnable(Profile profile) {
        return earnable.getOrDefault(profile, Set.of());
    }

    /** Whether numbers that follow a profile follow an older structure or registry. */
    boolean isBehind(Profile profile) {
        return profile.structureId() != structureId || (structureId != 0 && profile.typesVersion() != typesVersion);
    }
}
