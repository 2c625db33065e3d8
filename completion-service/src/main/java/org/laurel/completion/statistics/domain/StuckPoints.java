package org.laurel.completion.statistics.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.statistics.domain.CourseOverview.StuckPoint;
import org.laurel.completion.structure.domain.CourseGraph;

/**
 * Where learners get stuck. Of the selected learners those count who do not make the course, because whoever makes it sees what
 * learners do not.
 *
 * <ul>
 *   <li>A vertical counts when at least half of these learners can earn anything in it.
 *   <li>It is compared with the nearest one before it that counts and that mostly the same learners can earn in: more than half
 *       of those who can in either of the two can in both.
 *   <li>Had as large a share completed it as completed the one before, so many more learners would be through. They are lost
 *       there: share before × learners who can, less those who have completed it.
 *   <li>It is a stuck point when learners are lost. Where most are lost comes first, then the earlier one.
 * </ul>
 */
final class StuckPoints {

    private StuckPoints() {}

    /** A vertical that counts. */
    private record Vertical(CourseGraph.Kept block, long able, long completed) {

        /** How many of those who can have completed it, from 0 to 1. */
        double share() {
            return completed / (double) able;
        }
    }

    /**
     * The stuck points.
     *
     * @param verticals in course order
     * @param learners of whom nobody makes the course
     * @param counted what they have earned in each vertical
     * @param most how many points
     */
    static List<StuckPoint> of(
            List<CourseGraph.Kept> verticals, List<Audience> learners, Map<String, Totals> counted, int most) {
        List<Vertical> counting = counting(verticals, learners, counted);
        List<StuckPoint> points = new ArrayList<>();
        for (int at = 1; at < counting.size(); at++) {
            Vertical vertical = counting.get(at);
            Vertical before = before(counting, at, learners);
            if (before != null && before.completed * vertical.able > vertical.completed * before.able) {
                points.add(new StuckPoint(
                        vertical.block.blockKey(),
                        vertical.block.displayName(),
                        before.completed,
                        vertical.completed,
                        before.share() - vertical.share(),
                        before.share() * vertical.able - vertical.completed));
            }
        }
        return points.stream()
                .sorted(Comparator.comparingDouble(StuckPoint::lost).reversed())
                .limit(most)
                .toList();
    }

    private static List<Vertical> counting(
            List<CourseGraph.Kept> verticals, List<Audience> learners, Map<String, Totals> counted) {
        long all = learners.stream().mapToLong(Audience::learners).sum();
        List<Vertical> counting = new ArrayList<>();
        for (CourseGraph.Kept block : verticals) {
            long able = Audience.able(learners, block.number());
            if (able > 0 && 2 * able >= all) {
                Totals totals = counted.getOrDefault(block.blockKey(), Totals.NONE);
                // What is assigned to single learners is not told by what they see, but whoever has earned something
                // could.
                counting.add(new Vertical(block, Math.max(able, totals.learners()), totals.completed()));
            }
        }
        return counting;
    }

    private static @Nullable Vertical before(List<Vertical> counting, int at, List<Audience> learners) {
        int number = counting.get(at).block.number();
        for (int each = at - 1; each >= 0; each--) {
            int earlier = counting.get(each).block.number();
            long both = Audience.ableInBoth(learners, earlier, number);
            long either = Audience.able(learners, earlier) + Audience.able(learners, number) - both;
            if (2 * both > either) {
                return counting.get(each);
            }
        }
        return null;
    }
}
