package org.laurel.enrollment.group.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.group.app.MembersChange;
import org.laurel.enrollment.group.db.GroupQueries;
import org.laurel.enrollment.group.db.GroupQueries.Member;
import org.laurel.enrollment.group.domain.ChangeMembers;
import org.laurel.enrollment.group.domain.DefaultGroups;
import org.laurel.enrollment.group.domain.MembersOutcome;
import org.laurel.enrollment.learner.db.NamedLearnerQueries;
import org.laurel.enrollment.learner.db.NamedLearnerQueries.Named;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.learner.http.Refusal;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Members of a group. Adding twice and removing twice change nothing; a name that nobody has costs the others nothing. */
@Path("/api/enrollment/v1/groups/{name}/members")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
public class GroupMembersResource {

    private final MembersChange change;
    private final GroupQueries groups;
    private final NamedLearnerQueries learners;
    private final Caller caller;

    GroupMembersResource(MembersChange change, GroupQueries groups, NamedLearnerQueries learners, Caller caller) {
        this.change = change;
        this.groups = groups;
        this.learners = learners;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Members by learner id; cursor is next_cursor of the page before")
    public CursorPage<Member> list(
            @PathParam("name") String name,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var group = groups.byName(name).orElseThrow(GroupResource::unknown);
        return CursorPage.of(groups.members(group, cursor, limit + 1), limit, Member::learnerId);
    }

    @POST
    @Idempotent
    @Operation(summary = "Add learners by username, email address or id, each with a result")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MembersAnswer.class)))
    @APIResponse(responseCode = "404", description = "No such group; a default group is made by the first who is added")
    public Response add(@PathParam("name") String name, @NotNull @Valid MembersBody body) {
        return Response.ok(apply(name, body.learners(), true)).build();
    }

    @POST
    @Path("/remove")
    @Idempotent
    @Operation(summary = "Remove learners by username, email address or id, each with a result")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MembersAnswer.class)))
    @APIResponse(responseCode = "404", description = "No such group")
    public Response remove(@PathParam("name") String name, @NotNull @Valid MembersBody body) {
        return Response.ok(apply(name, body.learners(), false)).build();
    }

    @PUT
    @Path("/{learner}")
    @Idempotent
    @Operation(summary = "Add one learner")
    @APIResponse(responseCode = "204", description = "The learner is a member, whether it was so before or not")
    @APIResponse(responseCode = "404", description = "No such group or learner")
    @APIResponse(responseCode = "409", description = "The learner has asked to be retired")
    public Response addOne(@PathParam("name") String name, @PathParam("learner") String learner) {
        return one(name, learner, true);
    }

    @DELETE
    @Path("/{learner}")
    @Idempotent
    @Operation(summary = "Remove one learner")
    @APIResponse(responseCode = "204", description = "The learner is no member, whether it was so before or not")
    @APIResponse(responseCode = "404", description = "No such group or learner")
    public Response removeOne(@PathParam("name") String name, @PathParam("learner") String learner) {
        return one(name, learner, false);
    }

    private Response one(String group, String learner, boolean adds) {
        String outcome =
                apply(group, List.of(learner), adds).results().getFirst().outcome();
        if (outcome.equals("unknown_learner")) {
            throw ProblemException.notFound("learner_not_found", "There is no such learner.");
        }
        for (Objection objection : Objection.values()) {
            if (outcome.equals(objection.code())) {
                throw Refusal.of(objection);
            }
        }
        return Response.noContent().build();
    }

    private MembersAnswer apply(String group, List<String> names, boolean adds) {
        if (groups.byName(group).isEmpty()
                && !(adds && DefaultGroups.description(group).isPresent())) {
            throw GroupResource.unknown();
        }
        Map<String, Named> found = learners.byAnyName(names);
        List<LearnerId> ids = found.values().stream().map(Named::id).distinct().toList();
        MembersOutcome.Changed done = changed(new ChangeMembers(group, ids, adds, caller.cause()));
        Set<LearnerId> changed = new HashSet<>(done.learners());
        int count = changed.size();
        List<MembersAnswer.Item> results = names.stream()
                .map(name -> item(found.get(name), name, done.departed(), changed, adds))
                .toList();
        return new MembersAnswer(count, results);
    }

    private MembersOutcome.Changed changed(ChangeMembers command) {
        if (command.learners().isEmpty()) {
            return new MembersOutcome.Changed(Set.of(), Map.of());
        }
        return switch (change.apply(List.of(command)).getFirst()) {
            case MembersOutcome.Changed done -> done;
            case MembersOutcome.UnknownGroup unknown -> throw GroupResource.unknown();
        };
    }

    /** Who is named twice changes once. */
    private static MembersAnswer.Item item(
            @Nullable Named learner,
            String name,
            Map<LearnerId, Objection> departed,
            Set<LearnerId> changed,
            boolean adds) {
        if (learner == null) {
            return new MembersAnswer.Item(name, null, "unknown_learner");
        }
        Objection departure = departed.get(learner.id());
        if (departure != null) {
            return new MembersAnswer.Item(name, learner.id().value(), departure.code());
        }
        boolean isNew = changed.remove(learner.id());
        String outcome = isNew ? (adds ? "added" : "removed") : (adds ? "present" : "absent");
        return new MembersAnswer.Item(name, learner.id().value(), outcome);
    }
}
