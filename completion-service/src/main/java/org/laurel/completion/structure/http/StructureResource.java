package org.laurel.completion.structure.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.app.StructurePublishing;
import org.laurel.completion.structure.db.StructureQuery;
import org.laurel.completion.structure.domain.Publication;
import org.laurel.completion.structure.domain.Publish;
import org.laurel.completion.structure.domain.Violation;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** The blocks of course runs. */
@Path("/api/completion/v1/course-structures/{course_key: .+}")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Course structures")
public class StructureResource {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final StructurePublishing publishing;
    private final StructureQuery structures;
    private final Caller caller;
    private final Clock clock;

    StructureResource(StructurePublishing publishing, StructureQuery structures, Caller caller, Clock clock) {
        this.publishing = publishing;
        this.structures = structures;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The structure of a course run that counts now")
    public StructureBody structure(@PathParam("course_key") String courseKeyText) {
        return structures
                .newest(CourseKeys.parsed(courseKeyText))
                .map(StructureBody::of)
                .orElseThrow(CourseKeys::structureNotFound);
    }

    @PUT
    @Idempotent
    @Operation(
            summary = "Publish the structure of a course run",
            description =
                    "Replaces the structure that counted before; the newest by time and version counts. Learners' "
                            + "numbers follow at once on reading, and in the background in the database. 201 for the first one.")
    @APIResponse(
            responseCode = "200",
            description = "Taken in",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PublicationAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "Taken in as the course run's first",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PublicationAnswer.class)))
    public Response publish(@PathParam("course_key") String courseKeyText, @NotNull StructureBody body) {
        CourseKey courseKey = CourseKeys.parsed(courseKeyText);
        if (body.courseKey() != null && !body.courseKey().equals(courseKey.value())) {
            throw Refusals.structure(List.of(new Violation("course_key", "differs from the course key in the path")));
        }
        Publish command = new Publish(
                courseKey,
                body.version(),
                StructureBody.orEmpty(body.root()),
                body.structureBlocks(),
                checked(body.occurredAt()),
                true,
                caller.cause());
        Publication result = publishing.apply(List.of(command)).getFirst();
        int status = result instanceof Publication.Published done && done.first() ? 201 : 200;
        return Response.status(status)
                .entity(PublicationAnswer.of(courseKey, result))
                .build();
    }

    private @Nullable Instant checked(@Nullable Instant occurredAt) {
        if (occurredAt != null && occurredAt.isAfter(clock.instant().plus(CLOCK_TOLERANCE))) {
            throw Refusals.structure(List.of(new Violation("occurred_at", "lies in the future")));
        }
        return occurredAt;
    }
}
