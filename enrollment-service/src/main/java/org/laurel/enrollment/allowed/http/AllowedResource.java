package org.laurel.enrollment.allowed.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.allowed.app.EmailAllowing;
import org.laurel.enrollment.allowed.app.EmailDisallowing;
import org.laurel.enrollment.allowed.app.EmailDisallowing.Disallow;
import org.laurel.enrollment.allowed.db.AllowedQueries;
import org.laurel.enrollment.allowed.domain.Allowance;
import org.laurel.enrollment.allowed.domain.AllowingOutcome;
import org.laurel.enrollment.learner.http.Self;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Email addresses that may enroll before there is an account with them. Paths with a slash at their end are the same. */
@Path("/api/enrollment/v1/enrollment_allowed")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class AllowedResource {

    private final AllowedQueries allowed;
    private final EmailAllowing allowing;
    private final EmailDisallowing disallowing;
    private final Self self;
    private final Caller caller;

    AllowedResource(
            AllowedQueries allowed, EmailAllowing allowing, EmailDisallowing disallowing, Self self, Caller caller) {
        this.allowed = allowed;
        this.allowing = allowing;
        this.disallowing = disallowing;
        this.self = self;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Where an email address may enroll; the caller's own without an address")
    public List<AllowedView> list(@QueryParam("email") @Nullable String email) {
        String address = email == null || email.isEmpty() ? own() : email;
        return address.isEmpty() || address.indexOf('\0') >= 0
                ? List.of()
                : allowed.of(address).stream().map(AllowedView::of).toList();
    }

    @POST
    @Idempotent
    @Operation(summary = "Let an email address enroll, or be enrolled as soon as an active account has it")
    @APIResponse(
            responseCode = "201",
            description = "It may from now on",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AllowedView.class)))
    @APIResponse(responseCode = "400", description = "No email address, or no course run that is known")
    @APIResponse(responseCode = "409", description = "It may already; nothing was changed")
    public Response allow(@NotNull AllowedBody body) {
        Allowance command = new Allowance(body.key(), Boolean.TRUE.equals(body.autoEnroll()), caller.cause());
        return switch (allowing.apply(List.of(command)).getFirst()) {
            case AllowingOutcome.Allowed made ->
                Response.status(201).entity(AllowedView.of(made.email())).build();
            case AllowingOutcome.Duplicate duplicate ->
                throw new ProblemException(
                        Problem.of(409, "already_allowed", "The email address may enroll in this course run already."));
            case AllowingOutcome.CourseUnknown unknown ->
                throw ProblemException.badRequest("course_unknown", "There is no such course run.");
        };
    }

    @DELETE
    @Idempotent
    @Operation(summary = "Take the permission back; an enrollment stays")
    @APIResponse(responseCode = "204", description = "It is taken back")
    @APIResponse(responseCode = "400", description = "No email address, or no course key")
    @APIResponse(responseCode = "404", description = "There was none")
    public Response disallow(@NotNull AllowedBody body) {
        Cause cause = caller.cause();
        if (!disallowing.apply(List.of(new Disallow(body.key(), cause))).getFirst()) {
            throw ProblemException.notFound("not_allowed", "The email address has no permission for this course run.");
        }
        return Response.noContent().build();
    }

    private String own() {
        return self.find().map(learner -> learner.account().email()).orElse("");
    }
}
