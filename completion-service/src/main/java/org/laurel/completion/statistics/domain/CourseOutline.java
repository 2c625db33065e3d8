package org.laurel.completion.statistics.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;

/**
 * A course run's blocks by the structure that counts now, and who sees which of them.
 *
 * @param graph null before a structure is known
 * @param views by the profile that numbers follow: what those learners see of the graph, also if their numbers follow an older one
 */
public record CourseOutline(@Nullable CourseGraph graph, Map<Profile, CourseView> views) {

    /** Before a structure is known. */
    public static final CourseOutline UNKNOWN = new CourseOutline(null, Map.of());

    public CourseOutline {
        views = Map.copyOf(views);
    }

    /** By what numbers are current. */
    Newest newest() {
        return graph == null
                ? Newest.UNKNOWN
                : new Newest(graph.id(), graph.types().version());
    }

    /** The blocks of a type in course order. */
    List<CourseGraph.Kept> blocks(String type) {
        return graph == null ? List.of() : graph.kept(type);
    }

    private record Seeing(CourseView view, boolean makers) {}

    /** Learners by what they see; empty before a structure is known. */
    List<Audience> audiences(List<LearnersTotal> learners) {
        Map<Seeing, Long> together = new HashMap<>();
        for (LearnersTotal part : learners) {
            CourseView view = views.get(part.item().profile());
            if (view != null) {
                together.merge(new Seeing(view, part.makers()), part.totals().learners(), Long::sum);
            }
        }
        List<Audience> audiences = new ArrayList<>();
        together.forEach(
                (seeing, count) -> audiences.add(new Audience(count, seeing.makers(), seeing.view()::isEarnable)));
        return audiences;
    }
}
