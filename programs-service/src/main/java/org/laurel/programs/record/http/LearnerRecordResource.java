package org.laurel.programs.record.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.page.UuidParameter;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.record.app.RecordUnsharing;
import org.laurel.programs.record.domain.UnshareRecord;

/** A learner's records of programs, for the learner, staff and service clients. */
@Path("/api/programs/v1/learners/{username}/records")
@Authenticated
@Tag(name = "Records")
public class LearnerRecordResource {

    private final ReadableRecords readable;
    private final RecordUnsharing unsharing;
    private final Caller caller;
    private final ObjectMapper json;
    private final String publicUrl;

    LearnerRecordResource(
            ReadableRecords readable,
            RecordUnsharing unsharing,
            Caller caller,
            ObjectMapper json,
            PublicUrl publicUrl) {
        this.readable = readable;
        this.unsharing = unsharing;
        this.caller = caller;
        this.json = json;
        this.publicUrl = publicUrl.origin();
    }

    @GET
    @Cache(isPrivate = true, noCache = true)
    @Operation(summary = "A learner's records, by title of the program")
    public RecordSummary.ListOf list(@PathParam("username") String username) {
        return new RecordSummary.ListOf(readable.all(readable.selfOr(username)).stream()
                .map(record -> RecordSummary.of(record, publicUrl))
                .toList());
    }

    @GET
    @Path("/{program_uuid}")
    @Operation(
            summary = "A learner's record of a program",
            description = "With an ETag; 304 when it is still the one of If-None-Match. 404 for unknown learners and "
                    + "programs, and where records are switched off.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RecordAnswer.class)))
    @APIResponse(responseCode = "304", description = "The client has it already")
    public Response get(
            @PathParam("username") String username,
            @PathParam("program_uuid") String programUuid,
            @Context Request request) {
        UUID program = UuidParameter.ofDigits(programUuid);
        String body = readable.one(readable.selfOr(username), program)
                .map(read -> text(RecordAnswer.of(read, false)))
                .orElseThrow(() -> ProblemException.notFound("record_not_found", "There is no such record."));
        EntityTag tag = new EntityTag(
                UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)).toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(body, MediaType.APPLICATION_JSON_TYPE) : unchanged)
                .tag(tag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    @DELETE
    @Path("/{program_uuid}/share")
    @Idempotent
    @Operation(
            summary = "Take the public link of a record back",
            description = "From then on it leads nowhere, for everybody and for good: sharing the record again makes "
                    + "another link. 404 when the record is not shared.")
    @APIResponse(responseCode = "204", description = "The link was taken back")
    public Response unshare(@PathParam("username") String username, @PathParam("program_uuid") String programUuid) {
        UnshareRecord command =
                new UnshareRecord(readable.selfOr(username).id(), UuidParameter.ofDigits(programUuid), caller.cause());
        if (!unsharing.apply(List.of(command)).getFirst()) {
            throw ProblemException.notFound("record_not_shared", "The record has no public link.");
        }
        return Response.noContent().build();
    }

    private String text(RecordAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record cannot be written as JSON", impossible);
        }
    }
}
