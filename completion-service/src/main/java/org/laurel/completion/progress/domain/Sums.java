package org.laurel.completion.progress.domain;

import java.util.HashMap;
import java.util.Map;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Share;

/** Sums by aggregated block; blocks that are not there have nothing. */
public final class Sums {

    private Sums() {}

    /**
     * Adds up completions from nothing: costs their number times the depth of the course.
     *
     * @param values in {@link Units} by block key
     */
    public static Map<Aggregate, Earned> of(CourseView view, Map<String, Long> values) {
        Map<Aggregate, Earned> sums = new HashMap<>();
        values.forEach((blockKey, units) -> add(sums, view, blockKey, units));
        return sums;
    }

    /** Adds an amount of a block to every sum that the block enters. */
    static void add(Map<Aggregate, Earned> sums, CourseView view, String blockKey, long units) {
        if (units != 0) {
            for (Share share : view.sharesOf(blockKey)) {
                sums.merge(share.aggregate(), earned(share, units), Earned::plus);
            }
        }
    }

    /** What an amount of a block is worth in a sum. */
    public static Earned earned(Share share, long units) {
        return new Earned(units * share.ways(), units * share.optionalWays());
    }
}
