package org.laurel.completion.structure.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.events.key.CourseKey;

/** Reads structures for display. */
@ApplicationScoped
public class StructureQuery {

    private final StructureStore structures;
    private final CourseGraphs graphs;

    StructureQuery(StructureStore structures, CourseGraphs graphs) {
        this.structures = structures;
        this.graphs = graphs;
    }

    /** Whether the structure that counts has the block, whoever sees it and however it counts. To be called in a transaction. */
    public boolean has(CourseKey courseKey, String blockKey) {
        return graphs.newest(courseKey).filter(graph -> graph.has(blockKey)).isPresent();
    }

    /** The structure that counts, empty when none was published. */
    public Optional<CourseStructure> newest(CourseKey courseKey) {
        return structures.load(structures.newestIds(List.of(courseKey)).values()).values().stream()
                .findFirst();
    }

    /** Structures by the id under which they are stored. */
    public Map<Long, CourseStructure> byId(Collection<Long> ids) {
        return structures.load(ids);
    }
}
