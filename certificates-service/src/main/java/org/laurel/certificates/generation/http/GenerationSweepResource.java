package org.laurel.certificates.generation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.generation.app.GenerationStart;
import org.laurel.certificates.generation.app.RunStart;
import org.laurel.certificates.generation.app.StartRun;
import org.laurel.certificates.generation.db.GenerationRunQuery;
import org.laurel.certificates.generation.db.GenerationRunQuery.Filter;
import org.laurel.certificates.generation.domain.GenerationRun;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/**
 * Generation runs over several course runs, and the history of all. Source: certificates, management commands,
 * regenerate_noidv_cert.
 */
@Path("/api/certificates/v1/generation-runs")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Generation runs")
public class GenerationSweepResource {

    private static final int MOST_COURSE_RUNS = 1_000;

    private final AdministeredRuns known;
    private final GenerationStart start;
    private final GenerationRunQuery runs;
    private final Caller caller;
    private final Clock clock;

    GenerationSweepResource(
            AdministeredRuns known, GenerationStart start, GenerationRunQuery runs, Caller caller, Clock clock) {
        this.known = known;
        this.start = start;
        this.runs = runs;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Regenerate the unverified certificates of several course runs, or of all but some",
            description = "One run for each course run, a thousand at once. Other statuses may be named. For staff and "
                    + "service clients.")
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SweepStarted.class)))
    @APIResponse(responseCode = "404", description = "Some of the course runs are not known")
    public Response sweep(@Valid @Nullable SweepRequest request) {
        SweepRequest wanted = request == null ? SweepRequest.UNVERIFIED : request;
        List<CertificateStatus> named = RunSelection.statuses(wanted.statuses());
        List<CertificateStatus> statuses = named.isEmpty() ? List.of(CertificateStatus.UNVERIFIED) : named;
        List<CourseKey> found = courseRuns(wanted, statuses);
        List<CourseKey> courseRuns = found.subList(0, Math.min(found.size(), MOST_COURSE_RUNS));
        Cause cause = caller.cause().because(wanted.reason());
        List<RunStart> started = start.apply(courseRuns.stream()
                .map(key -> new StartRun(
                        key,
                        Selector.of(statuses),
                        List.of(),
                        wanted.chunk() == null ? JobStep.CHUNK : wanted.chunk(),
                        Duration.ofSeconds(wanted.pauseSeconds() == null ? 0 : wanted.pauseSeconds()),
                        cause))
                .toList());
        return Response.accepted(answer(started, found.size() > courseRuns.size()))
                .build();
    }

    @GET
    @Operation(summary = "The generation history of all course runs, newest first")
    public CursorPage<RunView> history(
            @QueryParam("course_key") @Nullable String courseKey,
            @QueryParam("generated_by") @Nullable String generatedBy,
            @QueryParam("task") @Nullable Long task,
            @QueryParam("is_regeneration") @Nullable Boolean regeneration,
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        Filter filter =
                new Filter(courseKey == null ? null : CourseKeys.parse(courseKey), generatedBy, task, regeneration);
        CursorPage<GenerationRun> cut =
                CursorPage.of(runs.before(filter, cursor, limit + 1), limit, run -> String.valueOf(run.id()));
        return new CursorPage<>(
                cut.results().stream()
                        .map(run -> RunView.of(run, clock.instant()))
                        .toList(),
                cut.nextCursor());
    }

    private List<CourseKey> courseRuns(SweepRequest wanted, List<CertificateStatus> statuses) {
        if (wanted.courseKeys() != null && wanted.excludedCourseKeys() != null) {
            throw RunSelection.refused("excluded_course_keys", "not together with course_keys");
        }
        return wanted.courseKeys() != null
                ? keys(wanted.courseKeys()).stream().map(known::known).toList()
                : runs.courseRunsWith(statuses, keys(wanted.excludedCourseKeys()), MOST_COURSE_RUNS + 1);
    }

    private static List<CourseKey> keys(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(CourseKeys::parse).distinct().toList();
    }

    private static SweepStarted answer(List<RunStart> started, boolean more) {
        List<RunStarted> begun = started.stream()
                .filter(RunStart.Begun.class::isInstance)
                .map(run -> RunStarted.of((RunStart.Begun) run, List.of()))
                .toList();
        return new SweepStarted(
                begun,
                started.stream()
                        .filter(RunStart.Busy.class::isInstance)
                        .map(run -> run.courseKey().value())
                        .toList(),
                begun.stream().mapToLong(RunStarted::total).sum(),
                more);
    }
}
