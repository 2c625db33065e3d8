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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.record.app.RecordSending;
import org.laurel.programs.record.domain.ProgramRecord;
import org.laurel.programs.record.domain.SendRecord;

/** Sends records to credit pathways, at the path that existing clients call. */
@Path("/records/programs/{uuid}/send")
@Authenticated
@Tag(name = "Records")
public class RecordSendResource {

    private final RecordSending sending;
    private final Addressed addressed;
    private final Caller caller;

    RecordSendResource(RecordSending sending, Addressed addressed, Caller caller) {
        this.sending = sending;
        this.addressed = addressed;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Send a learner's record of a program to a credit pathway",
            description =
                    "Mails the partner the record's public link, which is made when there is none; answers go to the "
                            + "learner. For the learner, staff and service clients. 404 for unknown learners and programs, "
                            + "for what is no published credit pathway of the program that takes records, for programs "
                            + "without a certificate configuration, and where records are switched off.")
    @APIResponse(responseCode = "200", description = "The mail is on its way")
    public Response send(@PathParam("uuid") String uuid, @NotNull @Valid SendBody body) {
        ProgramRecord record = addressed.record(body.username(), uuid);
        SendRecord command = new SendRecord(
                record.learner(),
                record.program().uuid(),
                record.program().title(),
                body.pathwayId().longValueExact(),
                caller.cause());
        return switch (sending.apply(List.of(command)).getFirst()) {
            case SENT -> Response.ok().build();
            case NO_PATHWAY ->
                throw ProblemException.notFound(
                        "pathway_not_found", "The program leads to no such credit pathway that takes records.");
            case NOT_CONFIGURED ->
                throw ProblemException.notFound(
                        "certificate_not_configured", "The program's certificate is not configured.");
            case NO_LEARNER -> throw ReadableRecords.unknownLearner();
        };
    }
}
