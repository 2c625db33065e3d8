package org.laurel.completion.structure.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What differs between two views of a course run. Sums that follow the first follow the second after a learner's completions of
 * the blocks named here have been moved; nothing else has to be looked at.
 *
 * @param blocks completable blocks that enter kept sums in other ways than before, and by how many ways more or less
 * @param kept blocks with kept sums in the second view, by key, that a block enters in other ways or that can reach something else
 * @param gone keys of the blocks whose sums are not kept any more
 */
public record ViewChange(Map<String, List<Share>> blocks, Map<String, Aggregate> kept, Set<String> gone) {

    /** Between two views that are the same. */
    public static final ViewChange NONE = new ViewChange(Map.of(), Map.of(), Set.of());

    public ViewChange {
        blocks = Map.copyOf(blocks);
        kept = Map.copyOf(kept);
        gone = Set.copyOf(gone);
    }

    /** Compares two views of all learners of a profile. Costs the size of both. */
    public static ViewChange between(CourseView before, CourseView after) {
        Map<String, Aggregate> old = byKey(before);
        Map<String, Aggregate> now = byKey(after);
        Set<String> gone = new HashSet<>(old.keySet());
        gone.removeAll(now.keySet());
        Map<String, Aggregate> kept = new HashMap<>();
        now.forEach((key, aggregate) -> {
            if (!aggregate.reachesAsMuchAs(old.get(key))) {
                kept.put(key, aggregate);
            }
        });
        Set<String> completable = new HashSet<>(before.completableWithin(before.course()));
        completable.addAll(after.completableWithin(after.course()));
        Map<String, List<Share>> blocks = new HashMap<>();
        for (String block : completable) {
            List<Share> shifts = shifts(before.sharesOf(block), after.sharesOf(block), now);
            if (!shifts.isEmpty()) {
                blocks.put(block, shifts);
                shifts.forEach(shift -> kept.put(shift.aggregate().blockKey(), shift.aggregate()));
            }
        }
        return new ViewChange(blocks, kept, gone);
    }

    private static Map<String, Aggregate> byKey(CourseView view) {
        return view.aggregates().stream().collect(Collectors.toMap(Aggregate::blockKey, Function.identity()));
    }

    private static List<Share> shifts(List<Share> before, List<Share> after, Map<String, Aggregate> now) {
        Map<String, Ways> moved = new HashMap<>();
        after.forEach(share -> moved.merge(share.aggregate().blockKey(), ways(share, 1), Ways::plus));
        before.forEach(share -> moved.merge(share.aggregate().blockKey(), ways(share, -1), Ways::plus));
        List<Share> shifts = new ArrayList<>();
        moved.forEach((key, ways) -> {
            Aggregate aggregate = now.get(key);
            if (aggregate != null && !ways.equals(Ways.NONE)) {
                shifts.add(new Share(aggregate, ways.counted(), ways.optional()));
            }
        });
        return shifts;
    }

    private static Ways ways(Share share, int sign) {
        return new Ways(sign * share.ways(), sign * share.optionalWays());
    }

    /** How many blocks of either kind have to be looked at for a learner. */
    public int size() {
        return blocks.size() + kept.size() + gone.size();
    }
}
