package org.laurel.completion.statistics.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.laurel.completion.standing.db.CohortQuery;
import org.laurel.completion.statistics.domain.CourseNumbers;
import org.laurel.completion.statistics.domain.CourseOutline;
import org.laurel.completion.statistics.domain.CourseOverview;
import org.laurel.completion.statistics.domain.DayRange;
import org.laurel.completion.statistics.domain.LearnersTotal;
import org.laurel.completion.statistics.domain.OverviewRules;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.completion.structure.db.CourseGraphs;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.events.key.CourseKey;

/** Makes overviews of course runs by seven statements when the newest structure is in memory, whatever the number of learners. */
@ApplicationScoped
public class OverviewQuery {

    private final StatisticsQuery statistics;
    private final CohortQuery cohorts;
    private final CourseGraphs graphs;
    private final Clock clock;

    OverviewQuery(StatisticsQuery statistics, CohortQuery cohorts, CourseGraphs graphs, Clock clock) {
        this.statistics = statistics;
        this.cohorts = cohorts;
        this.graphs = graphs;
        this.clock = clock;
    }

    /** How the selected learners of a course run are doing, with at most so many stuck points. */
    public CourseOverview overview(CourseKey courseKey, Selection selection, DayRange days, int stuckPoints) {
        CourseNumbers numbers = statistics.numbers(courseKey, selection, days);
        return OverviewRules.overview(
                outline(courseKey, numbers),
                numbers,
                days,
                stuckPoints,
                cohorts.names(courseKey, numbers.cohorts().keySet()));
    }

    /** Learners who are behind are told by the newest structure too: loading theirs would cost more than it tells. */
    private CourseOutline outline(CourseKey courseKey, CourseNumbers numbers) {
        Optional<CourseGraph> newest = graphs.newest(courseKey);
        if (newest.isEmpty()) {
            return CourseOutline.UNKNOWN;
        }
        CourseGraph graph = newest.get();
        Profile makers = graph.makers();
        Instant now = clock.instant();
        Map<Profile, CourseView> views = new HashMap<>();
        for (LearnersTotal part : numbers.learners()) {
            Profile profile = part.item().profile();
            views.computeIfAbsent(
                    profile,
                    followed -> graphs.view(
                            graph,
                            followed.structureId() == makers.structureId()
                                            && followed.typesVersion() == makers.typesVersion()
                                    ? followed
                                    : graph.successor(followed, now)));
        }
        return new CourseOutline(graph, views);
    }
}
