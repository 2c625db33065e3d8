package org.laurel.completion.statistics.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the learners of a course run are doing. Shares and means go from 0 to 1.
 *
 * @param all of the learners who were asked for
 * @param nothingToComplete how many of them can complete nothing, so that they count as 100 % and stand in no bar
 * @param behind how many of their numbers still follow an older structure or an older registry of block types
 * @param distribution the learners who can complete anything by bracket: nothing, ten of equal width, everything
 * @param chapters in course order
 * @param stuckPoints where most are lost first, see {@link StuckPoints}
 * @param cohorts by id; a learner may belong to several or none
 * @param days in order, without gaps, from the first day that is asked for and told
 * @param told the first day that is told; null when all are
 */
public record CourseOverview(
        Totals all,
        long nothingToComplete,
        long behind,
        List<Bar> distribution,
        List<Chapter> chapters,
        List<StuckPoint> stuckPoints,
        List<CohortPart> cohorts,
        List<Day> days,
        @Nullable LocalDate told) {

    public CourseOverview {
        distribution = List.copyOf(distribution);
        chapters = List.copyOf(chapters);
        stuckPoints = List.copyOf(stuckPoints);
        cohorts = List.copyOf(cohorts);
        days = List.copyOf(days);
    }

    /** The learners whose percent is at least the lower bound and less than the upper; nothing and everything are points. */
    public record Bar(double lower, double upper, long learners) {}

    /**
     * A chapter.
     *
     * @param learners how many can earn anything there
     * @param started how many of them have earned anything there
     * @param completed how many of them have earned all that they can
     * @param mean of their percents
     */
    public record Chapter(
            String blockKey, @Nullable String displayName, long learners, long started, long completed, double mean) {}

    /**
     * A vertical that a smaller share of learners has completed than the one before it.
     *
     * @param before how many have completed the vertical before
     * @param after how many have completed this one
     * @param drop by how much the share of those who have completed it, of those who can earn anything there, is smaller
     * @param lost how many more learners would have completed this one if their share had stayed
     */
    public record StuckPoint(
            String blockKey, @Nullable String displayName, long before, long after, double drop, double lost) {}

    /** A cohort. Its name is null when nothing tells it any more. */
    public record CohortPart(long id, @Nullable String name, long learners, double mean) {}

    /** How things stood at the end of a day, in UTC. */
    public record Day(LocalDate date, long learners, long completed, double mean) {}
}
