package org.laurel.completion.xapi.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.completion.xapi.app.StatementDiscarding;
import org.laurel.completion.xapi.app.StatementRetry;
import org.laurel.completion.xapi.db.StatementQuery;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** What operators see and do about xAPI statements that their receiver refused. */
@Path("/api/completion/ops/xapi-statements")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Operations")
public class StatementOperations {

    private final StatementQuery statements;
    private final StatementRetry retry;
    private final StatementDiscarding discarding;
    private final Caller caller;
    private final ObjectMapper json;

    StatementOperations(
            StatementQuery statements,
            StatementRetry retry,
            StatementDiscarding discarding,
            Caller caller,
            ObjectMapper json) {
        this.statements = statements;
        this.retry = retry;
        this.discarding = discarding;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Operation(summary = "xAPI statements that were set aside because their receiver refused them, oldest first")
    public CursorPage<SetAsideStatement> setAside(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        List<SetAsideStatement> page =
                statements.setAside(after, limit + 1).stream().map(this::view).toList();
        return CursorPage.of(page, limit, one -> String.valueOf(one.id()));
    }

    @POST
    @Path("/retry")
    @Idempotent
    @Operation(summary = "Send all that were set aside again, before all others")
    public Response retryAll() {
        return Response.ok(Map.of("count", retry.apply(OptionalLong.empty()))).build();
    }

    @POST
    @Path("/{id}/retry")
    @Idempotent
    @Operation(summary = "Send one that was set aside again, before all others")
    public Response retry(@PathParam("id") long id) {
        if (retry.apply(OptionalLong.of(id)) == 0) {
            throw unknown(id);
        }
        return Response.ok(Map.of("id", id, "status", "waiting")).build();
    }

    @POST
    @Path("/{id}/discard")
    @Idempotent
    @Operation(summary = "Drop one that was set aside, for good")
    public Response discard(@PathParam("id") long id) {
        if (!discarding.apply(id, caller.cause().by())) {
            throw unknown(id);
        }
        return Response.ok(Map.of("id", id, "status", "discarded")).build();
    }

    private SetAsideStatement view(StatementQuery.SetAside one) {
        try {
            return new SetAsideStatement(
                    one.place(),
                    json.readValue(one.json(), new TypeReference<>() {}),
                    one.reason(),
                    one.createdAt(),
                    one.setAsideAt());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the queue holds JSON only", impossible);
        }
    }

    private static ProblemException unknown(long id) {
        return ProblemException.notFound("statement_not_found", "No statement " + id + " is set aside.");
    }
}
