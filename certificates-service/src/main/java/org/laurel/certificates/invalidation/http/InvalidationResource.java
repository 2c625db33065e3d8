package org.laurel.certificates.invalidation.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.invalidation.app.InvalidationResult;
import org.laurel.certificates.invalidation.app.InvalidationRetraction;
import org.laurel.certificates.invalidation.app.InvalidationSetting;
import org.laurel.certificates.invalidation.db.InvalidationQuery;
import org.laurel.certificates.invalidation.db.InvalidationQuery.Filter;
import org.laurel.certificates.invalidation.domain.Invalidate;
import org.laurel.certificates.invalidation.domain.Obstacle;
import org.laurel.certificates.invalidation.domain.Retract;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.learner.http.KnownLearners;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Certificates of a course run that staff have declared invalid, for its administrators and service clients. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/invalidations")
@Authenticated
@Tag(name = "Invalidations")
public class InvalidationResource {

    private final InvalidationSetting setting;
    private final InvalidationRetraction retraction;
    private final InvalidationQuery invalidations;
    private final InvalidationAuthor author;
    private final LearnerQuery learners;
    private final KnownLearners known;
    private final AdministeredRuns runs;
    private final Caller caller;

    InvalidationResource(
            InvalidationSetting setting,
            InvalidationRetraction retraction,
            InvalidationQuery invalidations,
            InvalidationAuthor author,
            LearnerQuery learners,
            KnownLearners known,
            AdministeredRuns runs,
            Caller caller) {
        this.setting = setting;
        this.retraction = retraction;
        this.invalidations = invalidations;
        this.author = author;
        this.learners = learners;
        this.known = known;
        this.runs = runs;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The invalidations of a course run, in the order of their creation",
            description =
                    "Filters: learner (username or e-mail address), invalidated_by (username or id of who made it), notes "
                            + "(a part of them), active. cursor is next_cursor of the page before.")
    public CursorPage<InvalidationItem> list(
            @PathParam("course_key") String courseKey,
            @QueryParam("learner") @Nullable String learner,
            @QueryParam("invalidated_by") @Nullable String invalidatedBy,
            @QueryParam("notes") @Nullable String notes,
            @QueryParam("active") @Nullable Boolean active,
            @QueryParam("cursor") @DefaultValue("0") long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        CourseKey run = runs.own(courseKey);
        Optional<Learner> only = learner == null ? Optional.empty() : learners.byUsernameOrEmail(learner);
        if (learner != null && only.isEmpty()) {
            return new CursorPage<>(List.of(), null);
        }
        Filter filter = new Filter(only.map(Learner::id).orElse(null), invalidatedBy, notes, active);
        List<InvalidationItem> page = invalidations.page(run, filter, cursor, limit + 1).stream()
                .map(InvalidationItem::of)
                .toList();
        return CursorPage.of(page, limit, item -> String.valueOf(item.id()));
    }

    @GET
    @Path("/{username}")
    @Operation(summary = "A learner's invalidation, active or not")
    public InvalidationItem get(@PathParam("course_key") String courseKey, @PathParam("username") String username) {
        return item(key(courseKey, username));
    }

    @PUT
    @Path("/{username}")
    @Idempotent
    @Operation(
            summary = "Declare the learner's certificate invalid",
            description =
                    "The certificate, of whatever status, becomes unavailable at once. Doing it again stores the new notes "
                            + "and author, and activates an invalidation that was taken back.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = InvalidationItem.class)))
    @APIResponse(responseCode = "409", description = "The learner is on the allowlist")
    public Response put(
            @PathParam("course_key") String courseKey,
            @PathParam("username") String username,
            @Valid @NotNull InvalidationRequest wanted) {
        CaseKey key = key(courseKey, username);
        String notes = wanted.notes() == null ? "" : wanted.notes();
        var command = new Invalidate(key, author.get(), notes, Obstacle.OWN, caller.cause());
        if (setting.apply(List.of(command)).getFirst() instanceof InvalidationResult.Refused refused) {
            throw refusal(username, refused.obstacle());
        }
        return Response.ok(item(key)).build();
    }

    @DELETE
    @Path("/{username}")
    @Idempotent
    @Operation(
            summary = "Take the invalidation back",
            description =
                    "The row stays and is inactive. A learner who still deserves the certificate has it again, under the "
                            + "same public id.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response delete(@PathParam("course_key") String courseKey, @PathParam("username") String username) {
        CaseKey key = key(courseKey, username);
        if (retraction.apply(List.of(new Retract(key, caller.cause()))).isEmpty()) {
            throw notInvalidated();
        }
        return Response.noContent().build();
    }

    private CaseKey key(String courseKey, String username) {
        CourseKey run = runs.own(courseKey);
        return new CaseKey(known.named(username).id(), run);
    }

    private InvalidationItem item(CaseKey key) {
        return invalidations.find(key).map(InvalidationItem::of).orElseThrow(InvalidationResource::notInvalidated);
    }

    private static ProblemException refusal(String username, Obstacle obstacle) {
        return obstacle == Obstacle.NO_CERTIFICATE
                ? ProblemException.notFound("no_certificate_for_user", obstacle.why(username))
                : new ProblemException(Problem.of(409, obstacle.slug(), obstacle.why(username)));
    }

    private static ProblemException notInvalidated() {
        return ProblemException.notFound("not_invalidated", "No such invalidation is there.");
    }
}
