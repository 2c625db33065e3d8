package org.laurel.completion.statistics.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.laurel.completion.progress.domain.Bracket;
import org.laurel.completion.statistics.domain.CourseOverview.Bar;
import org.laurel.completion.statistics.domain.CourseOverview.Chapter;
import org.laurel.completion.statistics.domain.CourseOverview.CohortPart;
import org.laurel.completion.statistics.domain.CourseOverview.Day;

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
        List<Audience> audiences = outline.audiences(numbers.learners());
        return new CourseOverview(
                numbers.learners().stream().map(LearnersTotal::totals).reduce(Totals.NONE, Totals::plus),
                nothingToComplete(numbers),
                outline.newest().behind(numbers.learners()),
                distribution(numbers),
                chapters(outline, audiences, numbers),
                StuckPoints.of(
                        outline.blocks("vertical"),
                        audiences.stream().filter(one -> !one.makers()).toList(),
                        numbers.blocksWithoutMakers(),
                        most),
                cohorts(numbers, cohortNames),
                days(numbers, days),
                numbers.told());
    }

    /** Of those who have earned all that they can, who is not counted as having completed could earn nothing. */
    private static long nothingToComplete(CourseNumbers numbers) {
        return numbers.learners().stream()
                .filter(part -> part.item().bracket() == Bracket.EVERYTHING)
                .mapToLong(part -> part.totals().learners() - part.totals().completed())
                .sum();
    }

    private static List<Bar> distribution(CourseNumbers numbers) {
        long[] learners = new long[Bracket.EVERYTHING + 1];
        for (LearnersTotal part : numbers.learners()) {
            int bracket = part.item().bracket();
            learners[bracket] += bracket == Bracket.EVERYTHING
                    ? part.totals().completed()
                    : part.totals().learners();
        }
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

    /**
     * The chapters in course order. Who can earn there is told by what learners of the same profile see, which does not tell what
     * is assigned to single ones; those who have earned something can in any case.
     */
    private static List<Chapter> chapters(CourseOutline outline, List<Audience> audiences, CourseNumbers numbers) {
        return outline.blocks("chapter").stream()
                .map(block -> {
                    Totals totals = numbers.blocks().getOrDefault(block.blockKey(), Totals.NONE);
                    long learners = Math.max(Audience.able(audiences, block.number()), totals.learners());
                    return new Chapter(
                            block.blockKey(),
                            block.displayName(),
                            learners,
                            totals.started(),
                            totals.completed(),
                            totals.meanOf(learners));
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
        LocalDate told = numbers.told();
        LocalDate first = told != null && told.isAfter(range.from()) ? told : range.from();
        Totals sum = numbers.days().entrySet().stream()
                .filter(day ->
                        day.getKey().isEmpty() || LocalDate.parse(day.getKey()).isBefore(first))
                .map(Map.Entry::getValue)
                .reduce(Totals.NONE, Totals::plus);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(range.to()); day = day.plusDays(1)) {
            sum = sum.plus(numbers.days().getOrDefault(day.toString(), Totals.NONE));
            days.add(new Day(day, Math.max(sum.learners(), 0), Math.max(sum.completed(), 0), sum.mean()));
        }
        return days;
    }
}
