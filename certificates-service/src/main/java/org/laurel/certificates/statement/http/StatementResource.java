package org.laurel.certificates.statement.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.db.CertificateQuery;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.register.domain.RegisterEntry;
import org.laurel.certificates.register.http.CertificateRecord;
import org.laurel.certificates.register.http.CertificateRecords;
import org.laurel.certificates.register.http.Parameters;
import org.laurel.certificates.statement.app.CertificateStating;
import org.laurel.certificates.statement.app.CertificateStating.Outcome;
import org.laurel.certificates.statement.domain.EntityTag;
import org.laurel.certificates.statement.domain.StateCertificate;
import org.laurel.certificates.statement.domain.StatementRefusal;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** One certificate for other systems: read, created and replaced. Source: certificates, service clients. */
@Path("/api/certificates/v1/learners/{learner_id}/courses/{course_key: .+}/certificate")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Register")
public class StatementResource {

    private final CertificateStating stating;
    private final CertificateQuery certificates;
    private final LearnerQuery learners;
    private final CertificateRecords records;
    private final Caller caller;
    private final Clock clock;

    StatementResource(
            CertificateStating stating,
            CertificateQuery certificates,
            LearnerQuery learners,
            CertificateRecords records,
            Caller caller,
            Clock clock) {
        this.stating = stating;
        this.certificates = certificates;
        this.learners = learners;
        this.records = records;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "A learner's certificate in a course run, the whole row",
            description = "With an ETag; 304 when it is still the one of If-None-Match.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CertificateRecord.class)))
    @APIResponse(responseCode = "304", description = "The client has it already")
    public Response get(
            @PathParam("learner_id") String learnerId,
            @PathParam("course_key") String courseKey,
            @Context Request request) {
        CaseKey key = key(learnerId, courseKey);
        Issued issued = certificates
                .find(key)
                .map(found -> found.stored().issued())
                .orElseThrow(() -> ProblemException.notFound(
                        "certificate_not_found", "The learner has no certificate in this course run."));
        var tag = new jakarta.ws.rs.core.EntityTag(EntityTag.of(issued));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.tag(tag).build()
                : Response.ok(row(key, issued)).tag(tag).build();
    }

    @PUT
    @Idempotent
    @Operation(
            summary = "States what a learner's certificate in a course run is",
            description =
                    "Creates (201) or replaces (200) it, whatever the rules of eligibility say; facts that come later are "
                            + "judged on top of it. 400 names the learner or course run that is not known here, and a mode "
                            + "or status that does not exist. 409 for a verify_uuid that is not this certificate's. With "
                            + "If-Match only while the certificate is the one that was read, else 412. 202 in a course run "
                            + "that is observed only: the statement is kept and takes effect when the run goes live.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CertificateRecord.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CertificateRecord.class)))
    @APIResponse(responseCode = "202", description = "Kept until the course run goes live")
    @APIResponse(
            responseCode = "409",
            description = "The verify_uuid is that of another certificate, or this one has another")
    @APIResponse(responseCode = "412", description = "Changed by somebody else since")
    public Response put(
            @PathParam("learner_id") String learnerId,
            @PathParam("course_key") String courseKey,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull StatementBody body) {
        CaseKey key = key(learnerId, courseKey);
        String expected = ifMatch == null ? null : ifMatch.strip().replace("\"", "");
        Outcome outcome = stating.apply(List.of(new StateCertificate(
                        key,
                        body.stated(clock.instant()),
                        expected,
                        caller.cause().because(body.reason()))))
                .getFirst();
        if (outcome.refusal() != null) {
            throw refused(outcome.refusal());
        }
        return answer(key, Objects.requireNonNull(outcome.folded()));
    }

    private Response answer(CaseKey key, Folded folded) {
        if (folded.withheld() || folded.issued() == null) {
            return Response.accepted().build();
        }
        boolean created = folded.changed() && folded.previousStatus() == null;
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(row(key, folded.issued()))
                .tag(EntityTag.of(folded.issued()))
                .build();
    }

    private CertificateRecord row(CaseKey key, Issued issued) {
        String username = learners.byId(key.learnerId()).map(Learner::username).orElse(null);
        return records.of(List.of(new RegisterEntry(key, username, issued))).getFirst();
    }

    private static CaseKey key(String learnerId, String courseKey) {
        return new CaseKey(Parameters.learnerId(learnerId), CourseKeys.parse(courseKey));
    }

    private static ProblemException refused(StatementRefusal refusal) {
        int status = switch (refusal) {
            case LEARNER_NOT_FOUND, LEARNER_RETIRED, COURSE_RUN_NOT_FOUND -> 400;
            case PUBLIC_ID_IS_KEPT, PUBLIC_ID_IS_TAKEN -> 409;
            case CHANGED_MEANWHILE -> 412;
        };
        return new ProblemException(Problem.of(status, refusal.name().toLowerCase(Locale.ROOT), refusal.detail()));
    }
}
