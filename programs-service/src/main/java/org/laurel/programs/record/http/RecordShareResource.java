package org.laurel.programs.record.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.security.Caller;
import org.laurel.programs.record.app.RecordSharing;
import org.laurel.programs.record.app.RecordSharing.Shared;
import org.laurel.programs.record.domain.ProgramRecord;
import org.laurel.programs.record.domain.ShareRecord;

/** Gives records public links, at the path that existing clients call. */
@Path("/records/programs/{uuid}/share")
@Authenticated
@Tag(name = "Records")
public class RecordShareResource {

    private final RecordSharing sharing;
    private final Addressed addressed;
    private final Caller caller;
    private final String publicUrl;

    RecordShareResource(RecordSharing sharing, Addressed addressed, Caller caller, PublicUrl publicUrl) {
        this.sharing = sharing;
        this.addressed = addressed;
        this.caller = caller;
        this.publicUrl = publicUrl.origin();
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Give a learner's record of a program a public link",
            description =
                    "For the learner, staff and service clients. A record that has a link keeps it. 404 for unknown "
                            + "learners and programs, and where records are switched off.")
    @APIResponse(
            responseCode = "200",
            description = "It has this link already",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SharedAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "The link was made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SharedAnswer.class)))
    public Response share(@PathParam("uuid") String uuid, @NotNull @Valid ShareBody body) {
        ProgramRecord record = addressed.record(body.username(), uuid);
        Shared shared = sharing.apply(List.of(
                        new ShareRecord(record.learner().id(), record.program().uuid(), caller.cause())))
                .getFirst()
                .orElseThrow(ReadableRecords::unknownLearner);
        return Response.status(shared.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(new SharedAnswer(publicUrl + shared.link().path()))
                .build();
    }
}
