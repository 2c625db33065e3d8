package org.laurel.completion.statistics.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.http.Lookups;
import org.laurel.completion.standing.db.CohortQuery;
import org.laurel.completion.standing.http.CourseAccess;
import org.laurel.completion.statistics.db.OverviewQuery;
import org.laurel.completion.statistics.domain.DayRange;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.events.key.CourseKey;

/** How the learners of a course run are doing, for its team. */
@Authenticated
@Tag(name = "Statistics")
public abstract class CourseOverviews {

    private final SnapshotReading snapshot;
    private final OverviewQuery overviews;
    private final CohortQuery cohorts;
    private final CourseAccess access;
    private final Clock clock;

    CourseOverviews(
            SnapshotReading snapshot, OverviewQuery overviews, CohortQuery cohorts, CourseAccess access, Clock clock) {
        this.snapshot = snapshot;
        this.overviews = overviews;
        this.cohorts = cohorts;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Path("/{course_key: .+}/overview")
    @Operation(
            summary = "How the learners of a course run are doing",
            description =
                    "All active enrollments, or those selected: how far they are, how they do in each chapter, where they "
                            + "get stuck, how the cohorts compare, and how things went day by day, at most 400 days. From "
                            + "counters, so it costs the same for any number of learners. For staff, service clients and the "
                            + "course team: staff, limited staff, instructors and data researchers of the course run or its "
                            + "organisation. 404 for a cohort that is not known in the course run.")
    public OverviewAnswer overview(
            @PathParam("course_key") String courseKeyText,
            @BeanParam SelectionParameters selected,
            @BeanParam OverviewParameters wanted) {
        CourseKey courseKey = Lookups.courseKey(courseKeyText);
        access.requireCourseTeam(courseKey);
        DayRange days = wanted.days(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        int stuckPoints = wanted.stuckPoints();
        return snapshot.read(() -> {
            Selection selection = selected.of(courseKey, cohorts);
            return OverviewAnswer.of(courseKey, selection, overviews.overview(courseKey, selection, days, stuckPoints));
        });
    }
}
