package org.laurel.certificates.dateoverride.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.dateoverride.app.DateOverrideRemoval;
import org.laurel.certificates.dateoverride.app.DateOverriding;
import org.laurel.certificates.dateoverride.db.DateOverrideQuery;
import org.laurel.certificates.dateoverride.domain.DateOverride;
import org.laurel.certificates.dateoverride.domain.OverrideDate;
import org.laurel.certificates.dateoverride.domain.RemoveOverride;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.learner.http.KnownLearners;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** The issue date that staff have set for a certificate. */
@Path("/api/certificates/v1/learners/{username}/courses/{course_key: .+}/date-override")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Date overrides")
public class DateOverrideResource {

    private final DateOverriding overriding;
    private final DateOverrideRemoval removal;
    private final DateOverrideQuery overrides;
    private final KnownLearners learners;
    private final Caller caller;

    DateOverrideResource(
            DateOverriding overriding,
            DateOverrideRemoval removal,
            DateOverrideQuery overrides,
            KnownLearners learners,
            Caller caller) {
        this.overriding = overriding;
        this.removal = removal;
        this.overrides = overrides;
        this.learners = learners;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The issue date that staff have set")
    public DateOverrideAnswer get(@PathParam("username") String username, @PathParam("course_key") String courseKey) {
        CourseKey run = CourseKeys.parse(courseKey);
        Learner learner = learners.named(username);
        return answer(learner, new CaseKey(learner.id(), run));
    }

    @PUT
    @Idempotent
    @Operation(
            summary = "Set the issue date of the learner's certificate",
            description =
                    "The certificate bears this date instead of its own; whether it shows does not depend on it. Others are "
                            + "told.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DateOverrideAnswer.class)))
    @APIResponse(responseCode = "404", description = "There is no such learner or no certificate")
    public Response put(
            @PathParam("username") String username,
            @PathParam("course_key") String courseKey,
            @Valid @NotNull DateOverrideRequest wanted) {
        CourseKey run = CourseKeys.parse(courseKey);
        Learner learner = learners.named(username);
        CaseKey key = new CaseKey(learner.id(), run);
        var command = new OverrideDate(key, wanted.time(), wanted.reason(), caller.cause());
        if (overriding.apply(List.of(command)).isEmpty()) {
            throw ProblemException.notFound(
                    "no_certificate_for_user", "The learner has no certificate in this course run.");
        }
        return Response.ok(answer(learner, key)).build();
    }

    @DELETE
    @Idempotent
    @Operation(
            summary = "Let the certificate bear its own issue date again",
            description = "What staff had set is deleted and stays in the history. Others are told.")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response delete(@PathParam("username") String username, @PathParam("course_key") String courseKey) {
        CourseKey run = CourseKeys.parse(courseKey);
        CaseKey key = new CaseKey(learners.named(username).id(), run);
        if (removal.apply(List.of(new RemoveOverride(key, caller.cause()))).isEmpty()) {
            throw none();
        }
        return Response.noContent().build();
    }

    private DateOverrideAnswer answer(Learner learner, CaseKey key) {
        DateOverride override = overrides.overrides(List.of(key)).get(key);
        if (override == null) {
            throw none();
        }
        return DateOverrideAnswer.of(learner.username(), override);
    }

    private static ProblemException none() {
        return ProblemException.notFound("no_date_override", "Staff have set no issue date for this certificate.");
    }
}
