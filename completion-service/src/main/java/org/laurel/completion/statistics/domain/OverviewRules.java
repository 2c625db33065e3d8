package org.laurel.completion.statistics.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.laurel.completion.progress.domain.Bracket;
import org.laurel.completion.statistics.domain.CourseOverview.Bar;
import org.laurel.completion.statistics.domain.CourseOverview.Chapter;
import org.laurel.completion.statistics.domain.CourseOverview.CohortPart;
import org.laurel.completion.statistics.domain.CourseOverview.Day;
import org.laurel.completion.statistics.domain.CourseOverview.StuckPoint;

/** How numbers become what the course team sees. The cost depends on the course and on how it is counted, not on its learners. */
public final class OverviewRules {

    private static final int WIDE_BRACKETS = Bracket.EVERYTHING - 1;

    private OverviewRules() {}

    /**
     * Makes an overview.
     *
     * @param most how many stuck points
     * @param cohortNames as far as known, by cohort id
     */
    public static CourseOverview overview(
            CourseOutline outline, CourseNumbers numbers, DayRange days, int most, Map<Long, String> cohortNames) {
        return new CourseOverview(
                numbers.learners().stream().map(LearnersTotal::totals).reduce(Totals.NONE, Totals::plus),
                numbers.learners().stream()
                        .filter(part -> outline.isBehind(part.item().profile()))
                        .mapToLong(part -> part.totals().learners())
                        .sum(),
                distribution(numbers),
                chapters(outline, numbers),
                stuckPoints(outline, numbers, most),
                cohorts(numbers, cohortNames),
                days(numbers, days));
    }

    private static List<Bar> distribution(CourseNumbers numbers) {
        long[] learners = new long[Bracket.EVERYTHING + 1];
        numbers.learners()
                .forEach(
                        part -> learners[part.item().bracket()] += part.totals().learners());
        return IntStream.rangeClosed(Bracket.NOTHING, Bracket.EVERYTHING)
                .mapToObj(bracket -> bar(bracket, learners[bracket]))
                .toList();
    }

    private static Bar bar(int bracket, long learners) {
        return switch (bracket) {
            case Bracket.NOTHING -> new Bar(0, 0, learners);
            case Bracket.EVERYTHING -> new Bar(1, 1, learners);
            default -> new Bar((bracket - 1) / (double) WIDE_BRACKETS, bracket / (double) WIDE_BRACKETS, learners);
        };
    }

    private static List<Chapter> chapters(CourseOutline outline, CourseNumbers numbers) {
        return blocks(outline, numbers, "chapter").stream()
                .map(block -> new Chapter(
                        block.title().blockKey(),
                        block.title().displayName(),
                        block.learners(),
                        block.totals().started(),
                        block.totals().completed(),
                        block.totals().meanOf(block.learners())))
                .toList();
    }

    private static List<StuckPoint> stuckPoints(CourseOutline outline, CourseNumbers numbers, int most) {
        List<StuckPoint> points = new ArrayList<>();
        Block before = null;
        for (Block block : blocks(outline, numbers, "vertical")) {
            if (block.learners() == 0) {
                continue;
            }
            if (before != null && before.share() > block.share()) {
                points.add(new StuckPoint(
                        block.title().blockKey(),
                        block.title().displayName(),
                        before.totals().completed(),
                        block.totals().completed(),
                        before.share() - block.share()));
            }
            before = block;
        }
        return points.stream()
                .sorted(Comparator.comparingDouble(StuckPoint::drop).reversed())
                .limit(most)
                .toList();
    }

    /**
     * A block and what is counted there.
     *
     * @param learners how many can earn anything there
     */
    private record Block(CourseOutline.Title title, long learners, Totals totals) {

        /** How many of those who can have completed it, from 0 to 1. */
        double share() {
            return totals.completed() / (double) learners;
        }
    }

    /**
     * The blocks of a type in course order. Who can earn there is told by what learners of the same profile see, which does not
     * tell what is assigned to single ones; those who have earned something can in any case.
     */
    private static List<Block> blocks(CourseOutline outline, CourseNumbers numbers, String type) {
        Map<String, Long> able = new HashMap<>();
        numbers.learners()
                .forEach(part -> outline.earnable(part.item().profile())
                        .forEach(key -> able.merge(key, part.totals().learners(), Long::sum)));
        return outline.titles().stream()
                .filter(title -> title.type().equals(type))
                .map(title -> {
                    Totals totals = numbers.blocks().getOrDefault(title.blockKey(), Totals.NONE);
                    long learners = Math.max(able.getOrDefault(title.blockKey(), 0L), totals.learners());
                    return new Block(title, learners, totals);
                })
                .toList();
    }

    private static List<CohortPart> cohorts(CourseNumbers numbers, Map<Long, String> names) {
        return numbers.cohorts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(cohort -> new CohortPart(
                        cohort.getKey(),
                        names.get(cohort.getKey()),
                        cohort.getValue().learners(),
                        cohort.getValue().mean()))
                .toList();
    }

    private static List<Day> days(CourseNumbers numbers, DayRange range) {
        List<Day> days = new ArrayList<>();
        Totals sum = numbers.days().getOrDefault("", Totals.NONE);
        for (LocalDate day = range.from(); !day.isAfter(range.to()); day = day.plusDays(1)) {
            sum = sum.plus(numbers.days().getOrDefault(day.toString(), Totals.NONE));
            days.add(new Day(day, Math.max(sum.learners(), 0), Math.max(sum.completed(), 0), sum.mean()));
        }
        return days;
    }
}
