package org.laurel.enrollment.entitlement.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.entitlement.db.EntitlementQueries;
import org.laurel.enrollment.entitlement.db.EntitlementQueries.Listed;
import org.laurel.enrollment.entitlement.db.EntitlementQueries.Wanted;
import org.laurel.enrollment.entitlement.domain.EntitlementKey;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms.Member;
import org.laurel.enrollment.learner.db.LearnerQueries;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.patch.http.MergePatches;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.NumberedPage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PageRequest;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** What learners are entitled to. Staff and service clients give, change and end it; learners see their own. */
@Path("/api/enrollment/v1/entitlements")
public class EntitlementResource {

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 200;

    private final EntitlementQueries entitlements;
    private final EntitlementAccess access;
    private final EntitlementChanges changes;
    private final LearnerQueries learners;
    private final MergePatches patches;
    private final PageLinks links;

    EntitlementResource(
            EntitlementQueries entitlements,
            EntitlementAccess access,
            EntitlementChanges changes,
            LearnerQueries learners,
            MergePatches patches,
            PageLinks links) {
        this.entitlements = entitlements;
        this.access = access;
        this.changes = changes;
        this.learners = learners;
        this.patches = patches;
        this.links = links;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "Entitlements, oldest first; a learner sees the own ones",
            description = "active: true or false. The count is up to ten seconds old.")
    public NumberedPage<EntitlementView> list(
            @QueryParam("learner_id") @Nullable String learnerId,
            @QueryParam("user") @Nullable String user,
            @QueryParam("course_uuid") @Nullable String courseUuid,
            @QueryParam("active") @Nullable String active,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize) {
        Wanted wanted = access.wanted(learnerId, user, courseUuid, active);
        PageRequest request = PageRequest.of(page, pageSize, USUAL_SIZE, LARGEST_SIZE);
        return NumberedPage.of(
                entitlements.page(wanted, request.offset(), request.size()).stream()
                        .map(EntitlementView::of)
                        .toList(),
                entitlements.count(wanted),
                request,
                links);
    }

    @POST
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(summary = "Entitle a learner to a course")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = EntitlementView.class)))
    @APIResponse(responseCode = "200", description = "The learner is entitled to this already")
    @APIResponse(responseCode = "404", description = "There is no such learner")
    @APIResponse(
            responseCode = "409",
            description = "The learner has an active entitlement to the course on other terms")
    public Response grant(@NotNull @Valid NewEntitlement body) {
        Learner learner = learner(body);
        EntitlementKey key = new EntitlementKey(learner.id(), EntitlementAccess.uuid("course_uuid", body.courseUuid()));
        EntitlementChanges.Result result = changes.grant(key, body.terms());
        return Response.status(result.isNew() ? 201 : 200)
                .entity(EntitlementView.of(
                        result.entitlement(), learner.account().username()))
                .build();
    }

    @GET
    @Path("/{uuid}")
    @Authenticated
    @Operation(summary = "An entitlement, for its learner, staff and service clients")
    public EntitlementView get(@PathParam("uuid") String uuid) {
        return EntitlementView.of(access.find(uuid));
    }

    @PUT
    @Path("/{uuid}")
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(summary = "Replace the terms of an entitlement; absent members are none")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = EntitlementView.class)))
    @APIResponse(
            responseCode = "409",
            description = "A newer entitlement to the course exists, or this one has expired")
    public Response replace(@PathParam("uuid") String uuid, @NotNull @Valid TermsBody body) {
        return change(uuid, body, EnumSet.allOf(Member.class));
    }

    @PATCH
    @Path("/{uuid}")
    @Consumes({MergePatches.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(
            summary = "Change terms of an entitlement",
            description = "A JSON merge patch: course_key uses the entitlement for a course run, null gives it back; "
                    + "expired_at ends it, null makes it active again.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TermsBody.class)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = EntitlementView.class)))
    @APIResponse(
            responseCode = "409",
            description = "A newer entitlement to the course exists, or this one has expired")
    public Response amend(@PathParam("uuid") String uuid, @Nullable JsonNode body) {
        MergePatches.Patch<TermsBody> patch = patches.read(body, TermsBody.class, TermsBody.MEMBERS);
        return change(uuid, patch.body(), TermsBody.members(patch.given()));
    }

    @DELETE
    @Path("/{uuid}")
    @RolesAllowed({Roles.STAFF, Roles.SERVICE})
    @Idempotent
    @Operation(summary = "End an entitlement; it stays as an expired one")
    @APIResponse(responseCode = "204", description = "The entitlement has expired, now or before")
    public Response expire(@PathParam("uuid") String uuid) {
        changes.expire(access.find(uuid).entitlement());
        return Response.noContent().build();
    }

    private Response change(String uuid, TermsBody body, Set<Member> given) {
        Listed found = access.find(uuid);
        EntitlementChanges.Result result = changes.amend(found.entitlement(), body.terms(given), given);
        return Response.ok(EntitlementView.of(result.entitlement(), found.username()))
                .build();
    }

    private Learner learner(NewEntitlement body) {
        String id = body.learnerId();
        String user = body.user();
        if ((id == null) == (user == null)) {
            throw ProblemException.badRequest("learner_missing", "Give either learner_id or user.");
        }
        return (id != null ? learners.byId(id) : learners.byUsername(String.valueOf(user)))
                .orElseThrow(() -> ProblemException.notFound("learner_not_found", "There is no such learner."));
    }
}
