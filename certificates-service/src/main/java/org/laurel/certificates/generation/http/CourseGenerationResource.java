package org.laurel.certificates.generation.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.generation.app.GenerationStart;
import org.laurel.certificates.generation.app.RunStart;
import org.laurel.certificates.generation.db.CandidateQuery;
import org.laurel.certificates.generation.db.CandidateQuery.Scope;
import org.laurel.certificates.generation.db.GenerationRunQuery;
import org.laurel.certificates.generation.db.GenerationRunQuery.Filter;
import org.laurel.certificates.generation.domain.GenerationRun;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Generation runs of a course run: whom they would take on, starting them, and their history. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/generation-runs")
@Authenticated
@Tag(name = "Generation runs")
public class CourseGenerationResource {

    private static final int PREVIEWED = 10;

    private final AdministeredRuns known;
    private final RunSelection selection;
    private final GenerationStart start;
    private final GenerationRunQuery runs;
    private final CandidateQuery candidates;
    private final Caller caller;
    private final Clock clock;

    CourseGenerationResource(
            AdministeredRuns known,
            RunSelection selection,
            GenerationStart start,
            GenerationRunQuery runs,
            CandidateQuery candidates,
            Caller caller,
            Clock clock) {
        this.known = known;
        this.selection = selection;
        this.start = start;
        this.runs = runs;
        this.candidates = candidates;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Start a generation or regeneration run",
            description = "One at a time for a course run. For its instructors, staff and service clients.")
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunStarted.class)))
    @APIResponse(responseCode = "409", description = "Another run of the course run has not ended")
    public Response start(@PathParam("course_key") String courseKey, @Valid @Nullable GenerationRunRequest request) {
        CourseKey key = known.own(courseKey);
        GenerationRunRequest wanted = request == null ? GenerationRunRequest.REGULAR : request;
        RunSelection.Selected selected = selection.read(wanted);
        RunStart started = start.apply(List.of(selected.start(key, wanted, caller.cause())))
                .getFirst();
        return switch (started) {
            case RunStart.Begun begun ->
                Response.accepted(RunStarted.of(begun, selected.unknown()))
                        .location(URI.create("/api/certificates/v1/generation-runs/" + begun.runId()))
                        .build();
            case RunStart.Busy busy -> throw open(busy);
        };
    }

    @POST
    @Path("/preview")
    @Idempotent
    @Operation(summary = "Whom a run would take on: how many learners, and the first ten")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunPreview.class)))
    public Response preview(@PathParam("course_key") String courseKey, @Valid @Nullable GenerationRunRequest request) {
        CourseKey key = known.own(courseKey);
        RunSelection.Selected selected = selection.read(request == null ? GenerationRunRequest.REGULAR : request);
        Scope scope = new Scope(key, selected.selector(), selected.listed(), null);
        return Response.ok(
                        new RunPreview(candidates.count(scope), candidates.first(scope, PREVIEWED), selected.unknown()))
                .build();
    }

    @GET
    @Operation(summary = "The generation history of a course run, newest first")
    public CursorPage<RunView> history(
            @PathParam("course_key") String courseKey,
            @QueryParam("generated_by") @Nullable String generatedBy,
            @QueryParam("task") @Nullable Long task,
            @QueryParam("is_regeneration") @Nullable Boolean regeneration,
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        CourseKey key = known.own(courseKey);
        List<GenerationRun> page = runs.before(new Filter(key, generatedBy, task, regeneration), cursor, limit + 1);
        CursorPage<GenerationRun> cut = CursorPage.of(page, limit, run -> String.valueOf(run.id()));
        return new CursorPage<>(
                cut.results().stream()
                        .map(run -> RunView.of(run, clock.instant()))
                        .toList(),
                cut.nextCursor());
    }

    private static ProblemException open(RunStart.Busy busy) {
        return new ProblemException(Problem.of(
                409,
                "generation_run_open",
                "A generation run of this course run goes on (task " + busy.jobId()
                        + "). Wait for its end, or cancel it."));
    }
}
