package org.laurel.enrollment.role.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.role.domain.RoleScope;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Roles;

/** Gives roles and takes them away: in a course run, in all runs of an organisation, or everywhere. */
@Path("/api/enrollment/v1/course-roles/{learner_id}/{role}")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class CourseRoleResource {

    private static final String RUN = "/runs/{course_key: .+}";
    private static final String ORGANISATION = "/organizations/{org}";

    private final RoleGrants grants;

    CourseRoleResource(RoleGrants grants) {
        this.grants = grants;
    }

    @PUT
    @Path(RUN)
    @Idempotent
    @Operation(summary = "Give a learner a role in a course run")
    @APIResponse(
            responseCode = "201",
            description = "Given",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoleView.class)))
    @APIResponse(responseCode = "200", description = "Held before")
    @APIResponse(responseCode = "409", description = "The learner is retired for good")
    public Response give(
            @PathParam("learner_id") String learnerId,
            @PathParam("role") String role,
            @PathParam("course_key") String courseKey) {
        return grants.give(learnerId, role, new RoleScope.Run(CourseKeys.parse(courseKey)));
    }

    @DELETE
    @Path(RUN)
    @Idempotent
    @Operation(summary = "Take a role in a course run away")
    @APIResponse(responseCode = "204", description = "The learner does not have it, whether it was held before or not")
    public Response take(
            @PathParam("learner_id") String learnerId,
            @PathParam("role") String role,
            @PathParam("course_key") String courseKey) {
        return grants.take(learnerId, role, new RoleScope.Run(CourseKeys.parse(courseKey)));
    }

    @PUT
    @Path(ORGANISATION)
    @Idempotent
    @Operation(summary = "Give a learner a role in all course runs of an organisation")
    @APIResponse(
            responseCode = "201",
            description = "Given",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoleView.class)))
    @APIResponse(responseCode = "200", description = "Held before")
    @APIResponse(responseCode = "409", description = "The learner is retired for good")
    public Response giveInOrganisation(
            @PathParam("learner_id") String learnerId, @PathParam("role") String role, @PathParam("org") String org) {
        return grants.give(learnerId, role, RoleTexts.organisation(org));
    }

    @DELETE
    @Path(ORGANISATION)
    @Idempotent
    @Operation(summary = "Take a role in an organisation away")
    @APIResponse(responseCode = "204", description = "The learner does not have it, whether it was held before or not")
    public Response takeInOrganisation(
            @PathParam("learner_id") String learnerId, @PathParam("role") String role, @PathParam("org") String org) {
        return grants.take(learnerId, role, RoleTexts.organisation(org));
    }

    @PUT
    @Idempotent
    @Operation(
            summary = "Give a learner a role everywhere",
            description =
                    "Only support and course_creator_group belong to no organisation. These are told to nobody else.")
    @APIResponse(
            responseCode = "201",
            description = "Given",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoleView.class)))
    @APIResponse(responseCode = "200", description = "Held before")
    @APIResponse(responseCode = "409", description = "The learner is retired for good")
    public Response giveEverywhere(@PathParam("learner_id") String learnerId, @PathParam("role") String role) {
        return grants.give(learnerId, role, new RoleScope.Everywhere());
    }

    @DELETE
    @Idempotent
    @Operation(summary = "Take a role that holds everywhere away")
    @APIResponse(responseCode = "204", description = "The learner does not have it, whether it was held before or not")
    public Response takeEverywhere(@PathParam("learner_id") String learnerId, @PathParam("role") String role) {
        return grants.take(learnerId, role, new RoleScope.Everywhere());
    }
}
