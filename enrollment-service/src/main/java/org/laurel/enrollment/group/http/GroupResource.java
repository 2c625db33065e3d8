package org.laurel.enrollment.group.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.group.app.GroupCreation;
import org.laurel.enrollment.group.db.GroupQueries;
import org.laurel.enrollment.group.domain.CreateGroup;
import org.laurel.enrollment.group.domain.UserGroup;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Groups of learners. */
@Path("/api/enrollment/v1/groups")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class GroupResource {

    private final GroupCreation creation;
    private final GroupQueries groups;
    private final Caller caller;

    GroupResource(GroupCreation creation, GroupQueries groups, Caller caller) {
        this.creation = creation;
        this.groups = groups;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Groups in the order in which they were made; cursor is next_cursor of the page before")
    public CursorPage<GroupView> list(
            @QueryParam("cursor") @DefaultValue("0") long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        List<GroupView> page =
                groups.after(cursor, limit + 1).stream().map(GroupView::of).toList();
        return CursorPage.of(page, limit, group -> String.valueOf(group.id()));
    }

    @POST
    @Idempotent
    @Operation(summary = "Make a group")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupView.class)))
    @APIResponse(responseCode = "400", description = "The name or description breaks a rule")
    @APIResponse(responseCode = "409", description = "Another group has the name")
    public Response create(@NotNull @Valid GroupBody body) {
        String description = body.description() == null ? "" : body.description();
        UserGroup group = creation.apply(List.of(new CreateGroup(body.name(), description, caller.cause())))
                .getFirst()
                .orElseThrow(() ->
                        new ProblemException(Problem.of(409, "group_name_taken", "Another group has this name.")));
        return Response.status(201).entity(GroupView.of(group)).build();
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "A group by name")
    public GroupView get(@PathParam("name") String name) {
        return groups.byName(name).map(GroupView::of).orElseThrow(GroupResource::unknown);
    }

    static ProblemException unknown() {
        return ProblemException.notFound("group_not_found", "There is no such group.");
    }
}
