package org.laurel.completion.structure.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.Recently;

/** Which blocks course runs have, and of which types of blocks sums are kept. */
@ApplicationScoped
public class CourseGraphQuery {

    private final BlockTypesStore types;
    private final CourseGraphs graphs;
    private final Recently<String, Set<String>> recentTypes;

    CourseGraphQuery(BlockTypesStore types, CourseGraphs graphs, Clock clock) {
        this.types = types;
        this.graphs = graphs;
        this.recentTypes = new Recently<>(clock, Recently.COUNT, 1);
    }

    /** The graph that counts, empty before any structure is known; one statement when it is in memory. */
    public Optional<CourseGraph> newest(CourseKey courseKey) {
        return graphs.newest(courseKey);
    }

    /**
     * Those of the names that are no types of which sums are kept below the course. A type that was added is known at once,
     * one that was taken out may be taken for one for ten seconds more.
     */
    public Set<String> unknownTypes(Collection<String> names) {
        Set<String> unknown = new HashSet<>(names);
        if (!unknown.isEmpty()) {
            unknown.removeIf(
                    isKept(recentTypes.get("types", any -> types.newest().aggregated())));
        }
        if (!unknown.isEmpty()) {
            unknown.removeIf(isKept(types.newest().aggregated()));
        }
        return unknown;
    }

    private static Predicate<String> isKept(Set<String> aggregated) {
        return name -> aggregated.contains(name) && !name.equals(BlockTypes.COURSE);
    }
}
