package org.laurel.completion.verification.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CompletionMode;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.completion.structure.domain.StructureBlock;
import org.laurel.completion.structure.domain.Viewer;

/**
 * The sums by walking the whole tree of a structure as a viewer sees it (completion, the walk), as slow and plain as possible: it
 * shares nothing with the way in which sums are kept, so that one can vouch for the other.
 */
public final class FullWalk {

    private final long structureId;
    private final Map<String, StructureBlock> blocks;
    private final String root;
    private final BlockTypes types;
    private final Set<String> counted = new HashSet<>();
    private final Set<String> reached = new HashSet<>();

    private FullWalk(long structureId, CourseStructure structure, BlockTypes types) {
        this.structureId = structureId;
        this.blocks =
                structure.blocks().stream().collect(Collectors.toMap(StructureBlock::blockKey, Function.identity()));
        this.root = structure.root();
        this.types = types;
        count(root);
        reach(root);
    }

    /**
     * A walk through a structure that keeps the rules, whose types count by this registry. Costs the size of the structure.
     *
     * @param structureId under which it is stored
     */
    public static FullWalk through(long structureId, CourseStructure structure, BlockTypes types) {
        return new FullWalk(structureId, structure, types);
    }

    /** Whether a profile is of this structure and this registry. */
    boolean isOf(Profile profile) {
        return profile.structureId() == structureId && profile.typesVersion() == types.version();
    }

    /**
     * What everybody sees whom the same restrictions let through: how many of the times have come at which a block is released, and to
     * which of the groups that any block names the viewer belongs. Of blocks that count for nobody neither matters, and to makers none.
     *
     * @param now by which releases are judged
     */
    Profile profile(Viewer viewer, Instant now) {
        if (viewer.staff()) {
            return new Profile(structureId, types.version(), 0, Profile.STAFF);
        }
        Set<Instant> released = new HashSet<>();
        Set<String> groups = new TreeSet<>();
        for (String key : reached) {
            StructureBlock block = block(key);
            if (block.releaseAt() != null
                    && !block.staffOnly()
                    && !block.releaseAt().isAfter(now)) {
                released.add(block.releaseAt());
            }
            if (block.groups() != null) {
                block.groups().forEach(group -> groups.add(group.toLowerCase(Locale.ROOT)));
            }
        }
        groups.retainAll(viewer.groups());
        return new Profile(structureId, types.version(), released.size(), String.join("\n", groups));
    }

    /** Notes blocks to which a way leads that counts, whoever may go it. */
    private void reach(String blockKey) {
        StructureBlock block = block(blockKey);
        if (types.modeOf(block) != CompletionMode.EXCLUDED
                && reached.add(blockKey)
                && types.modeOf(block) == CompletionMode.AGGREGATOR) {
            block.children().forEach(this::reach);
        }
    }

    /** The key of the topmost block. */
    public String root() {
        return root;
    }

    /** Notes blocks to which a way leads without an optional block, whoever may go it; all others are optional. */
    private void count(String blockKey) {
        StructureBlock block = block(blockKey);
        if (!block.optional() && types.modeOf(block) != CompletionMode.EXCLUDED && counted.add(blockKey)) {
            if (types.modeOf(block) == CompletionMode.AGGREGATOR) {
                block.children().forEach(this::count);
            }
        }
    }

    /**
     * Walks once. Costs the number of ways from the root to blocks.
     *
     * @param now by which releases are judged
     * @param values of completed blocks, in {@link org.laurel.completion.progress.domain.Units}
     * @return the sum of every block that the viewer reaches and whose sum is kept, the course's in any case
     */
    public Map<String, Tally> sums(Viewer viewer, Instant now, Map<String, Long> values) {
        Walker walker = new Walker(viewer, now, values);
        walker.sums.put(root, walker.visit(root));
        return walker.sums;
    }

    private StructureBlock block(String blockKey) {
        return Objects.requireNonNull(blocks.get(blockKey));
    }

    /** One viewer's walk. */
    private final class Walker {

        private final Viewer viewer;
        private final Instant now;
        private final Map<String, Long> values;
        private final Map<String, Tally> sums = new HashMap<>();

        Walker(Viewer viewer, Instant now, Map<String, Long> values) {
            this.viewer = viewer;
            this.now = now;
            this.values = values;
        }

        /** The sum of a block to which a way leads. */
        private Tally visit(String blockKey) {
            StructureBlock block = block(blockKey);
            if (!isOpen(block)) {
                return Tally.NONE;
            }
            boolean completable = types.modeOf(block) == CompletionMode.COMPLETABLE;
            Tally sum = completable ? new Tally(values.getOrDefault(blockKey, 0L), 1, 0, 0) : below(block);
            Tally own = counted.contains(blockKey)
                    ? sum
                    : new Tally(0, 0, sum.earned() + sum.optionalEarned(), sum.possible() + sum.optionalPossible());
            if (!completable && types.aggregated().contains(block.type())) {
                sums.put(blockKey, own);
            }
            return own;
        }

        private Tally below(StructureBlock block) {
            Set<String> selected = viewer.assignments().selected().get(block.blockKey());
            Tally sum = Tally.NONE;
            for (String child : block.children()) {
                if (selected == null || selected.contains(child)) {
                    Tally part = visit(child);
                    sum = new Tally(
                            sum.earned() + part.earned(),
                            sum.possible() + part.possible(),
                            sum.optionalEarned() + part.optionalEarned(),
                            sum.optionalPossible() + part.optionalPossible());
                }
            }
            return sum;
        }

        private boolean isOpen(StructureBlock block) {
            if (types.modeOf(block) == CompletionMode.EXCLUDED) {
                return false;
            }
            if (viewer.staff()) {
                return true;
            }
            Instant own = viewer.assignments().releases().get(block.blockKey());
            Instant release = own == null ? block.releaseAt() : own;
            boolean released = release == null || !release.isAfter(now);
            boolean member = block.groups() == null
                    || block.groups().stream()
                            .anyMatch(group -> viewer.groups().contains(group.toLowerCase(Locale.ROOT)));
            return released && member && !block.staffOnly();
        }
    }
}
