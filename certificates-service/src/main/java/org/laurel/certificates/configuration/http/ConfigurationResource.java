package org.laurel.certificates.configuration.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.app.ConfigurationReplacement;
import org.laurel.certificates.configuration.db.ConfigurationQuery;
import org.laurel.certificates.configuration.domain.ConfigurationRules;
import org.laurel.certificates.configuration.domain.ConfigurationVersion;
import org.laurel.certificates.configuration.domain.CourseConfiguration;
import org.laurel.certificates.configuration.domain.ReplaceConfiguration;
import org.laurel.certificates.configuration.domain.ReplacementDecision;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.page.IfMatch;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** What the certificates of a course run say and who signs them; for course administrators and service clients. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/configuration")
@Authenticated
@Tag(name = "Configuration")
public class ConfigurationResource {

    private final ConfigurationReplacement replacement;
    private final ConfigurationQuery configurations;
    private final AdministeredRuns runs;
    private final Caller caller;
    private final Clock clock;

    ConfigurationResource(
            ConfigurationReplacement replacement,
            ConfigurationQuery configurations,
            AdministeredRuns runs,
            Caller caller,
            Clock clock) {
        this.replacement = replacement;
        this.configurations = configurations;
        this.runs = runs;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "A course run's certificate configuration: the version that holds, or an older one")
    @APIResponse(
            responseCode = "200",
            description = "The configuration; its ETag is the version",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConfigurationAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has this version already")
    @APIResponse(responseCode = "404", description = "The run is not known, has no configuration, or not this version")
    public Response get(
            @PathParam("course_key") String courseKeyText,
            @QueryParam("version") @Nullable Long version,
            @Context Request request) {
        CourseKey courseKey = runs.own(courseKeyText);
        ConfigurationVersion found = (version == null
                        ? configurations.current(courseKey)
                        : configurations.at(courseKey, version))
                .orElseThrow(() -> ProblemException.notFound(
                        "course_configuration_not_found",
                        "The course run has no certificate configuration, or not this version of it."));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(found));
        return unchanged == null ? answer(200, found) : unchanged.build();
    }

    @PUT
    @Idempotent
    @Operation(
            summary = "Replace a course run's certificate configuration",
            description = "Adds a version. With If-Match only while one of the given versions holds.")
    @APIResponse(
            responseCode = "200",
            description = "The version that holds now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConfigurationAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "The run's first configuration",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConfigurationAnswer.class)))
    @APIResponse(responseCode = "400", description = "The configuration breaks a rule")
    @APIResponse(responseCode = "404", description = "Nobody told us of the course run")
    @APIResponse(responseCode = "412", description = "Another version holds than If-Match says")
    public Response put(
            @PathParam("course_key") String courseKeyText,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ConfigurationBody body) {
        CourseKey courseKey = runs.own(courseKeyText);
        CourseConfiguration configuration = body.configuration();
        refuseBreaches(configuration);
        ReplaceConfiguration command = new ReplaceConfiguration(
                courseKey,
                configuration,
                IfMatch.read(ifMatch),
                clock.instant(),
                caller.cause().because(body.changeReason()));
        return switch (replacement.apply(List.of(command)).getFirst()) {
            case ReplacementDecision.Changed changed ->
                answer(changed.version().version() == 1 ? 201 : 200, changed.version());
            case ReplacementDecision.Unchanged unchanged -> answer(200, unchanged.version());
            case ReplacementDecision.Outdated outdated -> throw outdated(outdated.current());
        };
    }

    @GET
    @Path("/history")
    @Operation(summary = "All versions of a course run's certificate configuration, newest first")
    public CursorPage<ConfigurationAnswer> history(
            @PathParam("course_key") String courseKeyText,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CursorPage.of(
                configurations.history(runs.own(courseKeyText), cursor, limit + 1).stream()
                        .map(ConfigurationAnswer::of)
                        .toList(),
                limit,
                answer -> String.valueOf(answer.version()));
    }

    private static void refuseBreaches(CourseConfiguration configuration) {
        List<Violation> violations = ConfigurationRules.breaches(configuration).stream()
                .map(breach -> new Violation(breach.member(), breach.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    Problem.of(400, "invalid_configuration", "The configuration breaks a rule.", violations));
        }
    }

    private static ProblemException outdated(@Nullable Long current) {
        String holds = current == null ? "there is none yet" : "version " + current + " holds";
        return new ProblemException(Problem.of(
                412,
                "configuration_changed",
                "If-Match names another version of the configuration: " + holds + ". Read it again first."));
    }

    private static Response answer(int status, ConfigurationVersion version) {
        return Response.status(status)
                .tag(tag(version))
                .entity(ConfigurationAnswer.of(version))
                .build();
    }

    private static EntityTag tag(ConfigurationVersion version) {
        return new EntityTag(String.valueOf(version.version()));
    }
}
