package org.laurel.completion.statistics.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.CounterQuery;
import org.laurel.completion.progress.http.Lookups;
import org.laurel.completion.standing.db.CohortQuery;
import org.laurel.completion.standing.http.CourseAccess;
import org.laurel.completion.statistics.db.StatisticsQuery;
import org.laurel.completion.statistics.domain.LearnersTotal;
import org.laurel.completion.statistics.domain.MeanCompletion;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.ProblemException;

/** How far the learners of a course run are on average. */
@Authenticated
@Tag(name = "Statistics")
public abstract class CourseStatistics {

    private static final String MEAN = "mean";

    private final SnapshotReading snapshot;
    private final StatisticsQuery statistics;
    private final CounterQuery counters;
    private final CohortQuery cohorts;
    private final CourseAccess access;

    CourseStatistics(
            SnapshotReading snapshot,
            StatisticsQuery statistics,
            CounterQuery counters,
            CohortQuery cohorts,
            CourseAccess access) {
        this.snapshot = snapshot;
        this.statistics = statistics;
        this.counters = counters;
        this.cohorts = cohorts;
        this.access = access;
    }

    @GET
    @Path("/{course_key: .+}")
    @Operation(
            summary = "The average completion of a course run",
            description =
                    "Of all active enrollments, or of those selected. For staff, service clients and the course team: "
                            + "staff, limited staff, instructors and data researchers of the course run or its organisation. 404 "
                            + "for a cohort that is not known in the course run.")
    public StatsAnswer stats(
            @PathParam("course_key") String courseKeyText,
            @BeanParam SelectionParameters selected,
            @Parameter(description = "mean adds the mean of the percents of all who have no role")
                    @QueryParam("requested_fields")
                    List<String> requestedFields) {
        CourseKey courseKey = Lookups.courseKey(courseKeyText);
        access.requireCourseTeam(courseKey);
        boolean withMean = asksForMean(requestedFields);
        return snapshot.read(() -> {
            Selection selection = selected.of(courseKey, cohorts);
            List<LearnersTotal> learners = statistics.learners(courseKey, selection);
            return StatsAnswer.of(
                    courseKey,
                    selection,
                    MeanCompletion.of(learners),
                    statistics.newest(courseKey).behind(learners),
                    withMean ? mean(courseKey) : null);
        });
    }

    private Double mean(CourseKey courseKey) {
        return Objects.requireNonNull(counters.means(List.of(courseKey)).get(courseKey))
                .value();
    }

    private static boolean asksForMean(List<String> parameters) {
        List<String> fields = parameters.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .distinct()
                .toList();
        List<String> unknown =
                fields.stream().filter(field -> !field.equals(MEAN)).toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.badRequest(
                    "invalid_requested_fields",
                    "Invalid requested_fields value(s): {'" + String.join("', '", unknown) + "'}");
        }
        return !fields.isEmpty();
    }
}
