package org.laurel.programs.record.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.record.http.ReadableRecords.Read;

/** Learners' records of programs, at the paths and in the shape that existing clients call. */
@Path("/records/api/v1/program_records")
@PermitAll
@Tag(name = "Records")
public class ProgramRecordResource {

    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");

    private final ReadableRecords readable;
    private final Caller caller;

    ProgramRecordResource(ReadableRecords readable, Caller caller) {
        this.readable = readable;
        this.caller = caller;
    }

    @GET
    @Path("/")
    @Cache(isPrivate = true, noCache = true)
    @Operation(
            summary = "The programs of which the caller has a record",
            description = "Active and retired programs with a run in which a visible credential was awarded, by title. "
                    + "username names another learner; staff and service clients only. With is_public=true no token is "
                    + "needed, and without one the list is empty.")
    public EnrolledPrograms list(
            @QueryParam("username") @Nullable String username, @QueryParam("is_public") @Nullable String isPublic) {
        if (!isTrue(isPublic)) {
            readable.requireLogin();
        }
        Optional<Learner> other = other(username);
        return EnrolledPrograms.of(
                other.isEmpty() && caller.isAnonymous() ? List.of() : readable.all(other.orElseGet(readable::self)));
    }

    @GET
    @Path("/{uuid}/")
    @Cache(isPrivate = true, noCache = true)
    @Operation(
            summary = "A learner's record of a program",
            description =
                    "By the program's uuid, the caller's own; username names another learner, for staff and service "
                            + "clients only. With is_public=true the uuid is that of a public link, no token is needed, and the "
                            + "learner's address is left out. 404 for links that were taken back and where records are switched off.")
    public RecordAnswer get(
            @PathParam("uuid") String uuid,
            @QueryParam("username") @Nullable String username,
            @QueryParam("is_public") @Nullable String isPublic) {
        boolean shared = isTrue(isPublic);
        if (!shared) {
            readable.requireLogin();
        }
        Optional<Learner> other = other(username);
        Optional<UUID> id = UuidText.ofDigits(uuid);
        Optional<Read> found = shared
                ? id.flatMap(readable::shared)
                : id.flatMap(program -> readable.one(other.orElseGet(readable::self), program));
        return found.map(read -> RecordAnswer.of(read, shared))
                .orElseThrow(() -> ProblemException.notFound("record_not_found", "There is no such record."));
    }

    private Optional<Learner> other(@Nullable String username) {
        if (username == null || username.isEmpty()) {
            return Optional.empty();
        }
        if (!caller.isPrivileged()) {
            throw ProblemException.forbidden("Only staff and service clients may name a learner.");
        }
        return Optional.of(readable.named(username));
    }

    private static boolean isTrue(@Nullable String text) {
        return text != null && TRUE.contains(text.toLowerCase(Locale.ROOT));
    }
}
