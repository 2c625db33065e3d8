package org.laurel.certificates.generation.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.app.RunPolicySetting;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.generation.domain.LearnerSet;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Generation as the instructor dashboard asks for it. Source: certificates, instructor v1. */
@Path("/courses/{course_id: .+}/instructor/api")
@Authenticated
@NoCache
@Tag(name = "Instructor dashboard")
public class InstructorGenerationResource {

    private static final Set<CertificateStatus> REGENERABLE = EnumSet.of(
            CertificateStatus.DOWNLOADABLE,
            CertificateStatus.ERROR,
            CertificateStatus.NOTPASSING,
            CertificateStatus.AUDIT_PASSING,
            CertificateStatus.AUDIT_NOTPASSING);

    private final AdministeredRuns known;
    private final LegacyStart start;
    private final RunPolicySetting policies;
    private final Caller caller;
    private final Clock clock;

    InstructorGenerationResource(
            AdministeredRuns known, LegacyStart start, RunPolicySetting policies, Caller caller, Clock clock) {
        this.known = known;
        this.start = start;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/enable_certificate_generation")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Idempotent
    @Operation(
            summary = "Let learners ask for their certificate, or no longer",
            description = "Goes back to the dashboard. For the course run's instructors and staff.")
    @APIResponse(responseCode = "302", description = "To the certificates of the instructor dashboard")
    public Response enable(
            @PathParam("course_id") String courseId, @RestForm("certificates-enabled") @Nullable String enabled) {
        return toggled(known.existing(courseId), enabled);
    }

    @POST
    @Path("/start_certificate_generation")
    @Idempotent
    @Operation(summary = "Generate the certificates of all learners who have none")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TaskAnswers.Started.class)))
    @APIResponse(responseCode = "400", description = "Another task is running")
    public Response generate(@PathParam("course_id") String courseId) {
        return generated(known.existing(courseId));
    }

    @POST
    @Path("/start_certificate_regeneration")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Idempotent
    @Operation(summary = "Make the certificates with these statuses anew")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TaskAnswers.Outcome.class)))
    @APIResponse(
            responseCode = "400",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TaskAnswers.Message.class)))
    public Response regenerate(
            @PathParam("course_id") String courseId,
            @RestForm("certificate_statuses") @Nullable List<String> statuses) {
        return regenerated(known.existing(courseId), statuses);
    }

    @POST
    @Path("/certificate_task/{action}")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Idempotent
    @Operation(summary = "The three operations above by name: toggle, generate, regenerate")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TaskAnswers.Outcome.class)))
    @APIResponse(responseCode = "302", description = "Back to the dashboard, after toggle")
    @APIResponse(responseCode = "403", description = "There is no such action")
    public Response task(
            @PathParam("course_id") String courseId,
            @PathParam("action") String action,
            @RestForm("certificates-enabled") @Nullable String enabled,
            @RestForm("certificate_statuses") @Nullable List<String> statuses) {
        CourseKey key = known.existing(courseId);
        return switch (action) {
            case "toggle" -> toggled(key, enabled);
            case "generate" -> generated(key);
            case "regenerate" -> regenerated(key, statuses);
            default -> throw ProblemException.forbidden("The actions are toggle, generate and regenerate.");
        };
    }

    @POST
    @Path("/generate_certificate_exceptions/{generate_for}")
    @Idempotent
    @Operation(summary = "Generate the certificates of the learners on the allowlist: of all, or of new ones")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TaskAnswers.Outcome.class)))
    @APIResponse(
            responseCode = "400",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TaskAnswers.Outcome.class)))
    public Response exceptions(@PathParam("course_id") String courseId, @PathParam("generate_for") String generateFor) {
        CourseKey key = known.existing(courseId);
        LearnerSet set = switch (generateFor) {
            case "all" -> LearnerSet.ALL_ALLOWLISTED;
            case "new" -> LearnerSet.ALLOWLISTED_NOT_GENERATED;
            default -> null;
        };
        if (set == null) {
            return refused(new TaskAnswers.Outcome(false, "Certificates are generated for all or for new exceptions."));
        }
        return start.begin(key, Selector.of(set))
                .map(task -> Response.ok(new TaskAnswers.Outcome(
                                true, "Certificates of the learners on the allowlist are being generated."))
                        .build())
                .orElseGet(() -> refused(new TaskAnswers.Outcome(false, LegacyStart.BUSY)));
    }

    /** The platform's page, on the host that the client called; keys may hold characters that addresses do not. */
    private static String dashboard(CourseKey key) {
        try {
            return new URI(null, null, "/courses/" + key.value() + "/instructor", "view-certificates").toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Response toggled(CourseKey key, @Nullable String enabled) {
        policies.apply(List.of(
                RunPolicyChange.ofSelfGeneration(key, "true".equals(enabled), clock.instant(), caller.cause())));
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, dashboard(key))
                .build();
    }

    private Response generated(CourseKey key) {
        return start.begin(key, Selector.REGULAR)
                .map(task -> Response.ok(new TaskAnswers.Started(
                                "Certificates of all learners of this course are being generated.", task))
                        .build())
                .orElseGet(() -> refused(new TaskAnswers.Message(LegacyStart.BUSY)));
    }

    private Response regenerated(CourseKey key, @Nullable List<String> slugs) {
        Optional<List<CertificateStatus>> statuses = regenerable(slugs == null ? List.of() : slugs);
        if (statuses.isEmpty()) {
            return refused(new TaskAnswers.Message(
                    "Name at least one of the statuses downloadable, error, notpassing, audit_passing and "
                            + "audit_notpassing, and no other."));
        }
        return start.begin(key, Selector.of(statuses.get()))
                .map(task -> Response.ok(
                                new TaskAnswers.Outcome(true, "Certificates with these statuses are being made anew."))
                        .build())
                .orElseGet(() -> refused(new TaskAnswers.Message(LegacyStart.BUSY)));
    }

    private static Optional<List<CertificateStatus>> regenerable(List<String> slugs) {
        List<CertificateStatus> statuses = REGENERABLE.stream()
                .filter(status -> slugs.contains(status.slug()))
                .toList();
        boolean allKnown = statuses.size() == Set.copyOf(slugs).size();
        return statuses.isEmpty() || !allKnown ? Optional.empty() : Optional.of(statuses);
    }

    private static Response refused(Object body) {
        return Response.status(Response.Status.BAD_REQUEST).entity(body).build();
    }
}
