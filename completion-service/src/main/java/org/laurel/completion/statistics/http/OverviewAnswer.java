package org.laurel.completion.statistics.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.statistics.domain.CourseOverview;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.events.key.CourseKey;

/**
 * How the learners of a course run are doing. Means and shares go from 0 to 1.
 *
 * @param filters which learners
 * @param learners active enrollments among them
 * @param started how many of them have completed anything
 * @param completed how many of them have completed everything, and something was to complete: the last bar
 * @param nothingToComplete how many of them can complete nothing: they count as 100 % and stand in no bar
 * @param mean of their percents
 * @param behind how many of their numbers still follow an older structure; a job brings them up to the newest
 * @param distribution those who can complete anything, by how far they are: nothing, ten brackets of equal width, everything
 * @param chapters in course order
 * @param stuckPoints verticals that a smaller share of learners has completed than the vertical before, where most are lost first
 * @param cohorts by id
 * @param overTime at the end of each day that is asked for and still told
 * @param toldFrom the first day that is still told, {@code YYYY-MM-DD}; null when all are
 */
public record OverviewAnswer(
        String courseKey,
        FiltersAnswer filters,
        long learners,
        long started,
        long completed,
        long nothingToComplete,
        double mean,
        long behind,
        List<Bar> distribution,
        List<Chapter> chapters,
        List<StuckPoint> stuckPoints,
        List<Cohort> cohorts,
        List<Day> overTime,
        @Nullable String toldFrom) {

    /**
     * The learners of a bracket.
     *
     * @param lower percent from which it reaches
     * @param upper percent up to, and without, which it reaches; nothing and everything are single points
     */
    public record Bar(double lower, double upper, long learners) {}

    /**
     * A chapter.
     *
     * @param learners how many can complete anything there
     * @param mean of their percents
     */
    public record Chapter(
            String blockKey, @Nullable String displayName, long learners, long started, long completed, double mean) {}

    /**
     * A vertical at which learners get stuck.
     *
     * @param learnersBefore how many have completed the vertical before
     * @param learnersAfter how many have completed this one
     * @param drop by how much smaller their share is, of those who can complete anything there
     * @param lost how many more learners would have completed it if the share of the vertical before had stayed
     */
    public record StuckPoint(
            String blockKey,
            @Nullable String displayName,
            long learnersBefore,
            long learnersAfter,
            double drop,
            double lost) {}

    /** A cohort; its name is null when nothing tells it any more. */
    public record Cohort(long id, @Nullable String name, long learners, double mean) {}

    /** How things stood at the end of a day in UTC, {@code YYYY-MM-DD}. */
    public record Day(String date, long learners, long completed, double mean) {}

    static OverviewAnswer of(CourseKey courseKey, Selection selection, CourseOverview overview) {
        return new OverviewAnswer(
                courseKey.value(),
                FiltersAnswer.of(selection),
                overview.all().learners(),
                overview.all().started(),
                overview.all().completed(),
                overview.nothingToComplete(),
                overview.all().mean(),
                overview.behind(),
                overview.distribution().stream()
                        .map(bar -> new Bar(bar.lower(), bar.upper(), bar.learners()))
                        .toList(),
                overview.chapters().stream().map(OverviewAnswer::chapter).toList(),
                overview.stuckPoints().stream().map(OverviewAnswer::stuckPoint).toList(),
                overview.cohorts().stream()
                        .map(one -> new Cohort(one.id(), one.name(), one.learners(), one.mean()))
                        .toList(),
                overview.days().stream()
                        .map(day -> new Day(day.date().toString(), day.learners(), day.completed(), day.mean()))
                        .toList(),
                overview.told() == null ? null : overview.told().toString());
    }

    private static Chapter chapter(CourseOverview.Chapter chapter) {
        return new Chapter(
                chapter.blockKey(),
                chapter.displayName(),
                chapter.learners(),
                chapter.started(),
                chapter.completed(),
                chapter.mean());
    }

    private static StuckPoint stuckPoint(CourseOverview.StuckPoint point) {
        return new StuckPoint(
                point.blockKey(), point.displayName(), point.before(), point.after(), point.drop(), point.lost());
    }
}
