package org.laurel.completion.statistics.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.completion.standing.db.CohortQuery;
import org.laurel.completion.statistics.domain.CourseNumbers;
import org.laurel.completion.statistics.domain.CourseOutline;
import org.laurel.completion.statistics.domain.CourseOverview;
import org.laurel.completion.statistics.domain.DayRange;
import org.laurel.completion.statistics.domain.OverviewRules;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.completion.structure.db.CourseGraphs;
import org.laurel.completion.structure.db.CourseGraphs.GraphKey;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.events.key.CourseKey;

/** Makes overviews of course runs by seven statements when the structures are in memory, whatever the number of learners. */
@ApplicationScoped
public class OverviewQuery {

    private final StatisticsQuery statistics;
    private final CohortQuery cohorts;
    private final CourseGraphs graphs;

    OverviewQuery(StatisticsQuery statistics, CohortQuery cohorts, CourseGraphs graphs) {
        this.statistics = statistics;
        this.cohorts = cohorts;
        this.graphs = graphs;
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

    private CourseOutline outline(CourseKey courseKey, CourseNumbers numbers) {
        Optional<CourseGraph> newest = graphs.newest(courseKey);
        if (newest.isEmpty()) {
            return CourseOutline.UNKNOWN;
        }
        CourseGraph graph = newest.get();
        Set<Profile> profiles = numbers.learners().stream()
                .map(part -> part.item().profile())
                .filter(profile -> profile.structureId() != Profile.UNBASED.structureId())
                .collect(Collectors.toSet());
        Map<GraphKey, CourseGraph> followed = graphs.graphs(
                profiles.stream().map(OverviewQuery::key).distinct().toList());
        List<CourseView> views = profiles.stream()
                .map(profile -> graphs.view(Objects.requireNonNull(followed.get(key(profile))), profile))
                .toList();
        return CourseOutline.of(graph, graphs.view(graph, graph.makers()), views);
    }

    private static GraphKey key(Profile profile) {
        return new GraphKey(profile.structureId(), profile.typesVersion());
    }
}
