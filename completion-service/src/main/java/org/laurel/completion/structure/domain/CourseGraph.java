package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one structure that can count for anybody, numbered so that parents have lower numbers than their children.
 * Immutable, and the same for all learners; the root has number 0.
 *
 * @param id of the stored structure
 * @param types the registry by which the graph was built
 * @param occurredAt since when it counts: the structure was published then, or the registry came to hold
 * @param size how many blocks the structure has
 * @param nodes by number
 * @param numbers by block key
 * @param aggregates numbers of the aggregated blocks in course order, the course first
 * @param releases the release times, each once, in order
 * @param groups all groups that restrict blocks
 * @param others keys of the structure's blocks that can count for nobody
 */
public record CourseGraph(
        long id,
        BlockTypes types,
        Instant occurredAt,
        int size,
        List<Node> nodes,
        Map<String, Integer> numbers,
        List<Integer> aggregates,
        List<Instant> releases,
        Set<String> groups,
        Set<String> others) {

    /** The number of the root. */
    public static final int ROOT = 0;

    /**
     * A block in the graph.
     *
     * @param displayName title of a block whose sum is kept; null for other blocks and when there is none
     * @param completable whether it counts as one; otherwise it is summed through
     * @param keepsSum whether its sum is kept and told
     * @param optional whether it, or every way to it, is optional
     * @param restriction who sees it, null for everybody
     */
    record Node(
            String blockKey,
            String type,
            @Nullable String displayName,
            boolean completable,
            boolean keepsSum,
            boolean optional,
            @Nullable Restriction restriction,
            int[] parents,
            int[] children) {}

    /**
     * A block whose sum is kept.
     *
     * @param number in the graph
     * @param displayName its title, null when it has none
     */
    public record Kept(
            int number,
            String blockKey,
            String type,
            @Nullable String displayName) {}

    /** Builds the graph of a structure that keeps the {@link StructureRules}. */
    public static CourseGraph of(long id, CourseStructure structure, BlockTypes types) {
        return new GraphBuilding(structure, types).graph(id);
    }

    /** Whether the structure has the block, whether or not it can count. */
    public boolean has(String blockKey) {
        return numbers.containsKey(blockKey) || others.contains(blockKey);
    }

    /** Whether there is anything in the course run that anybody can complete. */
    public boolean isCompletable() {
        return nodes.stream().anyMatch(Node::completable);
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** The profile of a viewer at a time. For staff, who see everything, no release matters. */
    public Profile profile(Viewer viewer, Instant now) {
        return new Profile(id, types.version(), viewer.staff() ? 0 : releaseStep(now), audience(viewer));
    }

    /**
     * What somebody sees of this graph whose profile was made of an older one, or before there was any, as far as that tells:
     * who belongs to a group that only this structure names is not known.
     */
    public Profile successor(Profile older, Instant now) {
        return profile(new Viewer(older.isStaff(), older.groups(), Assignments.NONE), now);
    }

    /** What the makers of the course see of it: every block in it. */
    public Profile makers() {
        return new Profile(id, types.version(), 0, Profile.STAFF);
    }

    /** The blocks of a type whose sums are kept, in course order. */
    public List<Kept> kept(String type) {
        List<Kept> kept = new ArrayList<>();
        for (int number : aggregates) {
            Node node = node(number);
            if (node.type().equals(type)) {
                kept.add(new Kept(number, node.blockKey(), type, node.displayName()));
            }
        }
        return kept;
    }

    /** The title of a block whose sum is kept, null when it has none. */
    public @Nullable String displayName(Aggregate aggregate) {
        return node(aggregate.number()).displayName();
    }

    /** How many of the release times have come. */
    private int releaseStep(Instant now) {
        int step = 0;
        while (step < releases.size() && !releases.get(step).isAfter(now)) {
            step++;
        }
        return step;
    }

    private String audience(Viewer viewer) {
        if (viewer.staff()) {
            return Profile.STAFF;
        }
        Set<String> named = new TreeSet<>(viewer.groups());
        named.retainAll(groups);
        return String.join("\n", named);
    }
}
