package org.laurel.programs.status.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** Where learners stand with their course credentials, at the paths and in the shape that existing clients call. */
@Path("/api/credentials/v1")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Learner status")
public class StatusResource {

    private static final int MOST_LEARNERS = 1_000;

    private final StatusReports reports;
    private final ObjectMapper json;

    StatusResource(StatusReports reports, ObjectMapper json) {
        this.reports = reports;
        this.json = json;
    }

    @POST
    @Path("/learner_cert_status/")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "A learner's course credentials that hold and may be seen",
            description =
                    "In the courses and course runs that are asked for, none without any. A learner whom nobody knows "
                            + "has none.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LearnerStatus.class)))
    public Response one(@NotNull StatusRequest request) {
        request.fault().ifPresent(fault -> {
            throw ProblemException.badRequest("invalid_learner", fault);
        });
        return Response.ok(reports.of(List.of(request)).getFirst()).build();
    }

    @POST
    @Path("/bulk_learner_cert_status/")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "The same for up to 1,000 learners",
            description =
                    "An answer for each item, in their order. One that cannot be answered says why in error, and does "
                            + "not touch the others.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = StatusRequest.class)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = LearnerStatus.class)))
    public Response many(@NotNull List<JsonNode> items) {
        if (items.size() > MOST_LEARNERS) {
            throw ProblemException.badRequest(
                    "too_many_items", "At most " + MOST_LEARNERS + " learners in one call; split the list.");
        }
        List<Read> read = items.stream().map(this::read).toList();
        Iterator<LearnerStatus> answered = reports.of(read.stream()
                        .filter(each -> each.fault() == null)
                        .flatMap(each -> Stream.ofNullable(each.request()))
                        .toList())
                .iterator();
        List<LearnerStatus> answers = new ArrayList<>();
        read.forEach(each -> answers.add(
                each.fault() == null ? answered.next() : LearnerStatus.faulty(each.request(), each.fault())));
        return Response.ok(answers).build();
    }

    /**
     * An item of a list.
     *
     * @param request null when it has not the form of one
     * @param fault null when it can be answered
     */
    private record Read(
            @Nullable StatusRequest request, @Nullable String fault) {}

    private Read read(@Nullable JsonNode item) {
        if (item == null || !item.isObject()) {
            return new Read(null, "An item is an object.");
        }
        try {
            StatusRequest request = json.treeToValue(item, StatusRequest.class);
            return new Read(request, request.fault().orElse(null));
        } catch (JsonProcessingException malformed) {
            return new Read(null, "A member has the wrong type or form.");
        }
    }
}
