package org.laurel.certificates.course.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.app.RunPolicyPatching;
import org.laurel.certificates.course.app.RunPolicyPatching.Patch;
import org.laurel.certificates.course.db.PolicyQuery;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.KeptPolicy;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.example.db.ExampleQuery;
import org.laurel.certificates.example.domain.ExampleSet;
import org.laurel.certificates.role.http.CourseAccess;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** What staff decide about a course run's certificates. Source: certificates, CertificateGenerationCourseSetting. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/settings")
@Authenticated
@Tag(name = "Settings")
public class RunSettingsResource {

    private final RunPolicyPatching patching;
    private final TermsQuery terms;
    private final PolicyQuery policies;
    private final ExampleQuery examples;
    private final CourseAccess access;
    private final Caller caller;
    private final Clock clock;

    RunSettingsResource(
            RunPolicyPatching patching,
            TermsQuery terms,
            PolicyQuery policies,
            ExampleQuery examples,
            CourseAccess access,
            Caller caller,
            Clock clock) {
        this.patching = patching;
        this.terms = terms;
        this.policies = policies;
        this.examples = examples;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The certificate settings of a course run",
            description = "With the version as ETag. For its instructors, staff and service clients.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunSettings.class)))
    public Response get(@PathParam("course_key") String courseKey) {
        return answer(administered(courseKey));
    }

    @PATCH
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Idempotent
    @Operation(
            summary = "Change certificate settings of a course run",
            description =
                    "A JSON merge patch. What the change newly allows is granted by a job; nothing is taken back. "
                            + "Setting self_generation_enabled is told to others each time, unless the run is observed only. "
                            + "mode is for global staff and service clients.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RunSettingsPatch.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunSettings.class)))
    @APIResponse(responseCode = "403", description = "The caller may not, or may not change mode")
    @APIResponse(responseCode = "409", description = "The examples that were asked for have not all succeeded")
    @APIResponse(responseCode = "412", description = "The settings are no longer those of If-Match")
    public Response patch(
            @PathParam("course_key") String courseKey,
            @Parameter(description = "The version that is to be changed, as ETag gave it")
                    @HeaderParam("If-Match")
                    @Nullable String ifMatch,
            @Parameter(
                            description =
                                    "true refuses to let learners ask before the newest example certificates have succeeded")
                    @QueryParam("require_examples")
                    @DefaultValue("false")
                    boolean requireExamples,
            @Nullable JsonNode body) {
        CourseKey key = administered(courseKey);
        if (!access.isOperator()
                && RunSettingsPatch.asksForAnotherMode(
                        body, terms.history(key).newest().run().mode())) {
            throw ProblemException.forbidden(
                    "Only global staff and service clients may change mode; leave it out to change the other settings.");
        }
        RunPolicyChange change = RunSettingsPatch.change(key, body, clock.instant(), caller.cause());
        if (requireExamples && Boolean.TRUE.equals(change.selfGenerationEnabled())) {
            requireExamples(key);
        }
        patching.apply(List.of(new Patch(change, PolicyTag.expected(ifMatch))));
        return answer(key);
    }

    @GET
    @Path("/history")
    @Operation(summary = "Who changed the certificate settings of a course run, and when; newest first")
    public CursorPage<RunSettings> history(
            @PathParam("course_key") String courseKey,
            @QueryParam("cursor") @DefaultValue("9223372036854775807") long cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        CourseKey key = administered(courseKey);
        CursorPage<KeptPolicy<RunPolicy>> page = CursorPage.of(
                policies.ofRun(key, cursor, limit + 1),
                limit,
                kept -> String.valueOf(kept.policy().id()));
        return new CursorPage<>(
                page.results().stream().map(kept -> RunSettings.of(key, kept)).toList(), page.nextCursor());
    }

    private Response answer(CourseKey key) {
        RunSettings settings = RunSettings.of(key, terms.history(key).newest());
        return Response.ok(settings).tag(PolicyTag.of(settings.version())).build();
    }

    private CourseKey administered(String text) {
        CourseKey key = CourseKeys.parse(text);
        access.requireCourseAdminOrService(key);
        if (!terms.history(key).newest().courseKnown()) {
            throw ProblemException.notFound("course_run_not_found", "No such course run is known here.");
        }
        return key;
    }

    private void requireExamples(CourseKey key) {
        boolean succeeded = examples.newest(key).map(ExampleSet::succeeded).orElse(false);
        if (!succeeded) {
            throw new ProblemException(Problem.of(
                    409,
                    "examples_not_succeeded",
                    "Learners may ask once example certificates of the course run have succeeded: POST "
                            + ".../example-certificates, or leave require_examples out."));
        }
    }
}
