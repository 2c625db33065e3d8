package org.laurel.completion.structure.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A course run as one learner sees it at a time: which sums there are, how much each can reach, and which of them a completable
 * block enters. A look-up costs the depth of the course, whatever its size.
 */
public final class CourseView {

    private final CourseGraph graph;
    private final Profile profile;
    private final Sight sight;
    private final Instant since;
    private final @Nullable Instant until;
    private volatile @Nullable BitSet earnable;

    /** Made when it is first asked for; whoever comes at the same time makes the same. */
    private volatile @Nullable BitSet reached;

    private CourseView(CourseGraph graph, Profile profile, Sight sight, Instant since, @Nullable Instant until) {
        this.graph = graph;
        this.profile = profile;
        this.sight = sight;
        this.since = since;
        this.until = until;
    }

    /** The view of everybody of a profile. Costs the size of the graph: keep it. */
    public static CourseView of(CourseGraph graph, Profile profile) {
        List<Instant> releases = graph.releases();
        int step = profile.releaseStep();
        boolean staff = profile.isStaff();
        return new CourseView(
                graph,
                profile,
                new ProfileSight(graph, profile),
                step == 0 ? graph.occurredAt() : later(graph.occurredAt(), releases.get(step - 1)),
                staff || step == releases.size() ? null : releases.get(step));
    }

    /** The view of one of those learners, with what was assigned to him. */
    public CourseView with(Assignments assignments, Instant now) {
        if (assignments.isEmpty()) {
            return this;
        }
        Instant start = since;
        Instant end = until;
        for (Instant release : profile.isStaff() ? List.<Instant>of() : assignments.releasesOf(graph)) {
            if (release.isAfter(now)) {
                end = end == null || release.isBefore(end) ? release : end;
            } else {
                start = later(start, release);
            }
        }
        return new CourseView(graph, profile, new PersonalSight(graph, profile, sight, assignments, now), start, end);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The profile that the learner shares with others. */
    public Profile profile() {
        return profile;
    }

    /** Business time of what made the view: the publication, or the registry or a release since. */
    public Instant since() {
        return since;
    }

    /** When the next block is released to the learner, null when none waits. */
    public @Nullable Instant until() {
        return until;
    }

    /** The course itself. */
    public Aggregate course() {
        return aggregate(CourseGraph.ROOT);
    }

    /** The blocks whose sums are kept and told, in course order, the course first. */
    public List<Aggregate> aggregates() {
        BitSet reached = reached();
        return graph.aggregates().stream()
                .filter(reached::get)
                .map(this::aggregate)
                .toList();
    }

    /** Whether anything that counts can be earned in a block whose sum is kept. Costs the size of the graph once. */
    public boolean isEarnable(int number) {
        BitSet known = earnable;
        if (known == null) {
            known = (BitSet) reached().clone();
            for (int each = known.nextSetBit(0); each >= 0; each = known.nextSetBit(each + 1)) {
                known.set(each, sight.isOpen(each) && sight.below(each).counted() > 0);
            }
            earnable = known;
        }
        return known.get(number);
    }

    /** A block that the learner sees, of whatever type; empty when there is none. */
    public Optional<Aggregate> block(String blockKey) {
        return Optional.ofNullable(graph.numbers().get(blockKey))
                .filter(number -> reached().get(number))
                .map(this::aggregate);
    }

    /** The kept sums below a block that the learner sees, and its own if there is one, in course order. */
    public List<Aggregate> within(Aggregate block) {
        BitSet below = below(block.number());
        return graph.aggregates().stream()
                .filter(below::get)
                .map(this::aggregate)
                .toList();
    }

    /** The keys of the completable blocks that the learner sees below a block. */
    public List<String> completableWithin(Aggregate block) {
        return below(block.number()).stream()
                .mapToObj(graph::node)
                .filter(CourseGraph.Node::completable)
                .map(CourseGraph.Node::blockKey)
                .toList();
    }

    /** The kept sums that a completable block enters, outer ones first; none when it does not count. */
    public List<Share> sharesOf(String blockKey) {
        List<Share> shares = new ArrayList<>();
        climb(blockKey).forEach((number, ways) -> {
            if (graph.node(number).keepsSum()) {
                shares.add(new Share(aggregate(number), ways.counted(), ways.optional()));
            }
        });
        return shares;
    }

    /** How a completable block enters the sum of any other block; empty when it does not lie below. */
    public Optional<Share> shareIn(Aggregate block, String blockKey) {
        return Optional.ofNullable(climb(blockKey).get(block.number()))
                .map(ways -> new Share(block, ways.counted(), ways.optional()));
    }

    /** Whether a block's sum is kept and told. */
    public boolean keepsSum(Aggregate block) {
        return graph.node(block.number()).keepsSum();
    }

    /** The ways to a completable block from itself and from each block above it that the learner reaches. */
    private Map<Integer, Ways> climb(String blockKey) {
        Integer leaf = graph.numbers().get(blockKey);
        if (leaf == null || !graph.node(leaf).completable() || !sight.isOpen(leaf)) {
            return Map.of();
        }
        TreeMap<Integer, Ways> open = new TreeMap<>();
        TreeMap<Integer, Ways> climbed = new TreeMap<>();
        open.put(leaf, sight.below(leaf));
        while (!open.isEmpty()) {
            Map.Entry<Integer, Ways> highest = open.pollLastEntry();
            int number = highest.getKey();
            climbed.put(number, highest.getValue());
            for (int parent : graph.node(number).parents()) {
                if (sight.isOpen(parent) && sight.leads(parent, number)) {
                    open.merge(
                            parent, highest.getValue().over(graph.node(parent).optional()), Ways::plus);
                }
            }
        }
        climbed.keySet().removeIf(number -> number != CourseGraph.ROOT && !isReachedFrom(climbed, number));
        return climbed;
    }

    /** Called in ascending order, so that what is not reached above has been removed already. */
    private boolean isReachedFrom(Map<Integer, Ways> climbed, int number) {
        for (int parent : graph.node(number).parents()) {
            if (climbed.containsKey(parent) && sight.leads(parent, number)) {
                return true;
            }
        }
        return false;
    }

    private BitSet reached() {
        BitSet known = reached;
        if (known == null) {
            known = walk(CourseGraph.ROOT);
            reached = known;
        }
        return known;
    }

    /** The numbers of a block and of all below it; not to be changed. */
    private BitSet below(int from) {
        return from == CourseGraph.ROOT ? reached() : walk(from);
    }

    private BitSet walk(int from) {
        BitSet below = new BitSet(graph.nodes().size());
        below.set(from);
        for (int number = below.nextSetBit(0); number >= 0; number = below.nextSetBit(number + 1)) {
            if (sight.isOpen(number)) {
                for (int child : graph.node(number).children()) {
                    if (sight.isOpen(child) && sight.leads(number, child)) {
                        below.set(child);
                    }
                }
            }
        }
        return below;
    }

    private Aggregate aggregate(int number) {
        CourseGraph.Node node = graph.node(number);
        Ways ways = sight.isOpen(number) ? sight.below(number) : Ways.NONE;
        return new Aggregate(number, node.blockKey(), node.type(), ways.counted(), ways.optional());
    }

    /** The course's structure. */
    public CourseGraph graph() {
        return graph;
    }
}
