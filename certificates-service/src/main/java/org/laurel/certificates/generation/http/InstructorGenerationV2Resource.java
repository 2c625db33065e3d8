package org.laurel.certificates.generation.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.app.RunPolicySetting;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.generation.db.GenerationRunQuery;
import org.laurel.certificates.generation.db.GenerationRunQuery.Filter;
import org.laurel.certificates.generation.domain.Candidates;
import org.laurel.certificates.generation.domain.GenerationRun;
import org.laurel.certificates.generation.domain.LearnerSet;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.NumberedPage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Generation as today's instructor dashboard asks for it. Source: certificates, instructor v2. */
@Path("/api/instructor/v2/courses/{course_id: .+}/certificates")
@Authenticated
@NoCache
@Tag(name = "Instructor dashboard")
public class InstructorGenerationV2Resource {

    private static final int USUAL_PAGE = 10;
    private static final int LARGEST_PAGE = 100;

    private final AdministeredRuns known;
    private final LegacyStart start;
    private final GenerationRunQuery runs;
    private final RunPolicySetting policies;
    private final Caller caller;
    private final Clock clock;
    private final PageLinks links;

    InstructorGenerationV2Resource(
            AdministeredRuns known,
            LegacyStart start,
            GenerationRunQuery runs,
            RunPolicySetting policies,
            Caller caller,
            Clock clock,
            PageLinks links) {
        this.known = known;
        this.start = start;
        this.runs = runs;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
        this.links = links;
    }

    /**
     * An entry of the history.
     *
     * @param taskName {@code Generated} or {@code Regenerated}
     * @param details whom it was about, in words
     */
    public record HistoryItem(String taskName, Instant date, String details) {

        static HistoryItem of(GenerationRun run) {
            return new HistoryItem(
                    RunView.taskName(run), run.createdAt(), Candidates.text(run.input(), Candidates.Wording.TODAY));
        }
    }

    /** Whether learners may ask for certificates here, as far as the deployment says. */
    public record Enabled(boolean enabled) {}

    /**
     * Whose certificates to make anew: {@code allowlisted} beats the statuses, the statuses beat {@code all}.
     *
     * @param studentSet {@code all} or {@code allowlisted}
     */
    public record Regenerate(
            @Nullable List<String> statuses, @Nullable String studentSet) {}

    /** What to set. */
    public record Toggle(@Nullable Boolean enabled) {}

    @GET
    @Path("/generation_history")
    @Operation(summary = "The generation history, newest first", description = "For data researchers and staff.")
    public NumberedPage<HistoryItem> history(
            @PathParam("course_id") String courseId,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize) {
        Filter filter = Filter.of(known.existingForViewer(courseId));
        PageRequest wanted = PageRequest.of(page, pageSize, USUAL_PAGE, LARGEST_PAGE);
        List<HistoryItem> items = runs.page(filter, wanted.offset(), wanted.size()).stream()
                .map(HistoryItem::of)
                .toList();
        return NumberedPage.of(items, runs.count(filter), wanted, links);
    }

    @GET
    @Path("/config")
    @Operation(
            summary = "Whether certificates may be generated here",
            description =
                    "The deployment's switch is on and the run is no custom course. For data researchers and staff.")
    public Enabled config(@PathParam("course_id") String courseId) {
        Terms terms = known.terms(known.existingForViewer(courseId));
        return new Enabled(terms.site().selfGenerationEnabled() && !terms.ccx());
    }

    @POST
    @Path("/regenerate")
    @Idempotent
    @Operation(summary = "Generate certificates of all, or make those with some statuses anew")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TaskAnswers.TaskStarted.class)))
    @APIResponse(
            responseCode = "400",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TaskAnswers.Failure.class)))
    public Response regenerate(@PathParam("course_id") String courseId, @Nullable Regenerate request) {
        CourseKey key = known.existing(courseId);
        Selector selector;
        try {
            selector = request == null ? Selector.REGULAR : selector(request);
        } catch (ProblemException invalid) {
            return refused(invalid.problem().detail());
        }
        return start.begin(key, selector)
                .map(task -> Response.ok(new TaskAnswers.TaskStarted(task, "Certificates are being generated."))
                        .build())
                .orElseGet(() -> refused(LegacyStart.BUSY));
    }

    @POST
    @Path("/toggle_generation")
    @Idempotent
    @Operation(summary = "Let learners ask for their certificate, or no longer")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Enabled.class)))
    @APIResponse(responseCode = "400", description = "What is wrong, by member")
    public Response toggle(@PathParam("course_id") String courseId, @Nullable Toggle request) {
        CourseKey key = known.existing(courseId);
        Boolean enabled = request == null ? null : request.enabled();
        if (enabled == null) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Map.of("enabled", List.of("This field is required: true or false.")))
                    .build();
        }
        policies.apply(List.of(RunPolicyChange.ofSelfGeneration(key, enabled, clock.instant(), caller.cause())));
        return Response.ok(new Enabled(enabled)).build();
    }

    private static Selector selector(Regenerate request) {
        List<CertificateStatus> statuses = RunSelection.statuses(request.statuses());
        if (request.studentSet() == null || request.studentSet().equals("all")) {
            return statuses.isEmpty() ? Selector.REGULAR : Selector.of(statuses);
        }
        if (!request.studentSet().equals("allowlisted")) {
            throw RunSelection.refused("student_set", "must be all or allowlisted");
        }
        return Selector.of(LearnerSet.ALL_ALLOWLISTED);
    }

    private static Response refused(String error) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(new TaskAnswers.Failure(error))
                .build();
    }
}
