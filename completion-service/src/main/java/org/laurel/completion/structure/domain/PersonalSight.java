package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one learner sees: as others of the profile do, but for what was assigned to him. Only the blocks above an assignment are
 * counted again, so it costs what is assigned times the depth of the course, not the course.
 */
final class PersonalSight implements Sight {

    private final CourseGraph graph;
    private final Sight profile;
    private final Map<Integer, Set<Integer>> selected = new HashMap<>();
    private final Map<Integer, Boolean> opened = new HashMap<>();
    private final BitSet touched = new BitSet();
    private final Map<Integer, Ways> counted = new HashMap<>();

    PersonalSight(CourseGraph graph, Profile profile, Sight sight, Assignments assignments, Instant now) {
        this.graph = graph;
        this.profile = sight;
        assignments.selected().forEach(this::select);
        if (!profile.isStaff()) {
            Set<String> groups = profile.groups();
            assignments.releases().forEach((block, time) -> release(block, groups, time, now));
        }
    }

    private void select(String parent, Set<String> children) {
        Integer number = graph.numbers().get(parent);
        if (number != null) {
            Set<Integer> numbers = new HashSet<>();
            for (String child : children) {
                @Nullable Integer known = graph.numbers().get(child);
                if (known != null) {
                    numbers.add(known);
                }
            }
            selected.put(number, numbers);
            touch(number);
        }
    }

    private void release(String block, Set<String> groups, Instant time, Instant now) {
        Integer number = graph.numbers().get(block);
        if (number != null) {
            Restriction restriction = graph.node(number).restriction();
            boolean admitted = restriction == null || restriction.admits(groups);
            opened.put(number, admitted && !time.isAfter(now));
            touch(number);
        }
    }

    private void touch(int number) {
        if (!touched.get(number)) {
            touched.set(number);
            for (int parent : graph.node(number).parents()) {
                touch(parent);
            }
        }
    }

    @Override
    public boolean isOpen(int number) {
        Boolean own = opened.get(number);
        return own == null ? profile.isOpen(number) : own;
    }

    @Override
    public boolean leads(int parent, int child) {
        Set<Integer> children = selected.get(parent);
        return children == null || children.contains(child);
    }

    @Override
    public Ways below(int number) {
        if (!touched.get(number)) {
            return profile.below(number);
        }
        Ways known = counted.get(number);
        if (known == null) {
            known = Counting.below(graph, number, this);
            counted.put(number, known);
        }
        return Objects.requireNonNull(known);
    }
}
