package org.laurel.certificates.commandconfiguration.http;

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
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.commandconfiguration.domain.CommandArguments;
import org.laurel.certificates.commandconfiguration.domain.ConfiguredCommand;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.revision.Revise;
import org.laurel.kit.revision.Revised;
import org.laurel.kit.revision.Revising;
import org.laurel.kit.revision.RevisionQuery;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** Arguments of operators' commands that are stored here, so that a scheduled command need not carry them. */
@Path("/api/certificates/v1/command-configurations/{command}")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Configuration")
public class CommandConfigurationResource {

    private final Revising revising;
    private final RevisionQuery revisions;
    private final StoredArguments stored;
    private final Caller caller;
    private final Clock clock;

    CommandConfigurationResource(
            Revising revising, RevisionQuery revisions, StoredArguments stored, Caller caller, Clock clock) {
        this.revising = revising;
        this.revisions = revisions;
        this.stored = stored;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The arguments that are stored for a command; disabled and empty before the first")
    public CommandAnswer get(@PathParam("command") String word) {
        ConfiguredCommand command = command(word);
        return revisions
                .current(command.subject())
                .map(revision -> CommandAnswer.of(command, revision))
                .orElseGet(() -> CommandAnswer.none(command));
    }

    @POST
    @Idempotent
    @Operation(summary = "Store other arguments for a command, or enable or disable them")
    @APIResponse(responseCode = "201", description = "The new revision, which holds from now on")
    @APIResponse(responseCode = "200", description = "The revision that holds; it says the same already")
    @APIResponse(responseCode = "400", description = "A quote is never closed, or the command has no such option")
    @APIResponse(responseCode = "404", description = "There is no such command")
    public Response post(@PathParam("command") String word, @NotNull @Valid CommandBody body) {
        ConfiguredCommand command = command(word);
        String arguments = body.arguments() == null ? "" : body.arguments();
        if (CommandArguments.read(command, arguments) instanceof CommandArguments.Refused refused) {
            throw new ProblemException(Problem.of(
                    400,
                    "invalid_arguments",
                    "The arguments cannot be used: " + refused.message() + ".",
                    List.of(new Problem.Violation("arguments", refused.message()))));
        }
        Revised revised = revising.apply(List.of(new Revise(
                        command.subject(),
                        body.enabled(),
                        arguments,
                        clock.instant(),
                        caller.cause().because(body.changeReason()))))
                .getFirst();
        return Response.status(revised.added() ? 201 : 200)
                .entity(CommandAnswer.of(command, revised.revision()))
                .build();
    }

    @GET
    @Path("/arguments")
    @Operation(summary = "The stored arguments, ready to run the command with")
    @APIResponse(responseCode = "200", description = "The words and the values by option")
    @APIResponse(responseCode = "409", description = "The configuration is disabled")
    public ArgumentsAnswer arguments(@PathParam("command") String word) {
        ConfiguredCommand command = command(word);
        return ArgumentsAnswer.of(command, stored.of(command));
    }

    @GET
    @Path("/history")
    @Operation(summary = "All revisions of a command's arguments, newest first")
    public CursorPage<CommandAnswer> history(
            @PathParam("command") String word,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        ConfiguredCommand command = command(word);
        return CursorPage.of(
                revisions.history(command.subject(), cursor, limit + 1).stream()
                        .map(revision -> CommandAnswer.of(command, revision))
                        .toList(),
                limit,
                answer -> String.valueOf(answer.id()));
    }

    private static ConfiguredCommand command(String word) {
        return ConfiguredCommand.find(word)
                .orElseThrow(() -> ProblemException.notFound(
                        "unknown_command",
                        "Arguments are stored for "
                                + Arrays.stream(ConfiguredCommand.values())
                                        .map(ConfiguredCommand::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
