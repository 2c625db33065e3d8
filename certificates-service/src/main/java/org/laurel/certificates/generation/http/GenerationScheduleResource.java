package org.laurel.certificates.generation.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.app.ScheduledRun;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.job.JobSchedule;
import org.laurel.kit.job.JobSchedules;
import org.laurel.kit.job.Timing;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Generation runs that start by the clock. Each start writes its own entry of the generation history. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/generation-schedules")
@Authenticated
@Tag(name = "Generation runs")
public class GenerationScheduleResource {

    private final AdministeredRuns known;
    private final RunSelection selection;
    private final JobSchedules schedules;
    private final Caller caller;

    GenerationScheduleResource(AdministeredRuns known, RunSelection selection, JobSchedules schedules, Caller caller) {
        this.known = known;
        this.selection = selection;
        this.schedules = schedules;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Schedule generation runs by a cron expression, or one at a time",
            description = "For the course run's instructors, staff and service clients.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ScheduleView.class)))
    public Response add(@PathParam("course_key") String courseKey, @Valid @NotNull ScheduleRequest request) {
        CourseKey key = known.own(courseKey);
        GenerationRunRequest wanted = request.run() == null ? GenerationRunRequest.REGULAR : request.run();
        RunSelection.Selected selected = selection.read(wanted);
        long id = schedules.add(
                ScheduledRun.KIND,
                key.value(),
                ScheduledRun.parameters(selected.start(key, wanted, caller.cause())),
                timing(request),
                caller.cause().by());
        return Response.created(URI.create("/api/certificates/v1/course-runs/"
                        + URLEncoder.encode(key.value(), StandardCharsets.UTF_8) + "/generation-schedules/" + id))
                .entity(ScheduleView.of(find(key, id)))
                .build();
    }

    @GET
    @Operation(summary = "The schedules of a course run, oldest first")
    public List<ScheduleView> list(@PathParam("course_key") String courseKey) {
        CourseKey key = known.own(courseKey);
        return schedules.list(ScheduledRun.KIND, key.value()).stream()
                .map(ScheduleView::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One schedule")
    public ScheduleView get(@PathParam("course_key") String courseKey, @PathParam("id") long id) {
        return ScheduleView.of(find(known.own(courseKey), id));
    }

    @DELETE
    @Path("/{id}")
    @Idempotent
    @Operation(summary = "Remove a schedule; runs that it started go on")
    @APIResponse(responseCode = "204")
    public Response remove(@PathParam("course_key") String courseKey, @PathParam("id") long id) {
        schedules.remove(ScheduledRun.KIND, find(known.own(courseKey), id).id());
        return Response.noContent().build();
    }

    private JobSchedule find(CourseKey key, long id) {
        return schedules
                .find(id)
                .filter(schedule -> schedule.kind().equals(ScheduledRun.KIND)
                        && schedule.subject().equals(key.value()))
                .orElseThrow(() -> ProblemException.notFound(
                        "generation_schedule_not_found", "The course run has no schedule " + id + "."));
    }

    private static Timing timing(ScheduleRequest request) {
        if ((request.cron() == null) == (request.onceAt() == null)) {
            throw RunSelection.refused("cron", "give either cron or once_at");
        }
        return request.cron() != null
                ? new Timing.Cron(request.cron(), zone(request.zone()))
                : new Timing.Once(Objects.requireNonNull(request.onceAt()));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw RunSelection.refused("zone", "must be a time zone such as Europe/Berlin");
        }
    }
}
