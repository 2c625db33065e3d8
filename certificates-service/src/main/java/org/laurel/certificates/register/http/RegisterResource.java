package org.laurel.certificates.register.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.register.db.RegisterQuery;
import org.laurel.certificates.register.domain.RegisterEntry;
import org.laurel.certificates.register.domain.WantedCertificates;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** The look-ups that existing code makes in process, for staff and other systems. Source: certificates, query scopes. */
@Path("/api/certificates/v1/certificates")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Register")
public class RegisterResource {

    private final RegisterQuery register;
    private final CertificateRecords records;
    private final LearnerQuery learners;

    RegisterResource(RegisterQuery register, CertificateRecords records, LearnerQuery learners) {
        this.register = register;
        this.records = records;
        this.learners = learners;
    }

    /** Course runs in which a learner has a certificate. */
    public record CourseIds(String learnerId, List<String> courseIds) {}

    @GET
    @Operation(
            summary = "Certificates by learner, course run and status",
            description =
                    "Ordered by learner id and course key. Every parameter may be left out, and all but username and scope may "
                            + "be given several times. What has no certificate is left out. scope: all, eligible (not the two "
                            + "statuses of the audit track) or available (eligible, and the course run is known).")
    public CursorPage<CertificateRecord> list(
            @QueryParam("learner_id") List<String> learnerIds,
            @QueryParam("username") @Nullable String username,
            @QueryParam("course_key") List<String> courseKeys,
            @QueryParam("status") List<String> statuses,
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo address) {
        List<String> ids = new ArrayList<>(learnerIds);
        // An empty value arrives as null: it names nobody, and is no wish for everybody's certificates.
        if (address.getQueryParameters().containsKey("username")) {
            ids.add(byUsername(username == null ? "" : username).value());
        }
        return page(Parameters.wanted(ids, courseKeys, statuses, scope), cursor, limit);
    }

    @POST
    @Path("/query")
    @Idempotent
    @Operation(
            summary = "The same with more values than an address takes",
            description = "Up to 1,000 learner ids and 1,000 course keys. Changes nothing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CursorPage.class)))
    public Response query(@Valid @NotNull RegisterSearch search) {
        WantedCertificates wanted = Parameters.wanted(
                RegisterSearch.orNone(search.learnerIds()),
                RegisterSearch.orNone(search.courseKeys()),
                RegisterSearch.orNone(search.statuses()),
                search.scope());
        return Response.ok(page(wanted, search.cursor(), search.limit())).build();
    }

    @GET
    @Path("/course-ids")
    @Operation(
            summary = "Course runs in which a learner has a certificate, whatever its status",
            description = "By learner_id or username. With scope as in the list.")
    public CourseIds courseIds(
            @QueryParam("learner_id") @Nullable String learnerId,
            @QueryParam("username") @Nullable String username,
            @QueryParam("scope") @Nullable String scope) {
        if ((learnerId == null) == (username == null)) {
            throw ProblemException.badRequest("learner_missing", "Give either learner_id or username.");
        }
        LearnerId id = learnerId == null ? byUsername(String.valueOf(username)) : Parameters.learnerId(learnerId);
        return new CourseIds(
                id.value(),
                register.courseKeys(id, Parameters.scope(scope)).stream()
                        .map(CourseKey::value)
                        .toList());
    }

    private CursorPage<CertificateRecord> page(
            WantedCertificates wanted, @Nullable String cursor, @Nullable Integer limit) {
        int size = Parameters.limit(limit);
        List<RegisterEntry> found = register.page(wanted, Cursor.read(cursor), size + 1);
        CursorPage<RegisterEntry> page = CursorPage.of(found, size, entry -> Cursor.of(entry.key()));
        return new CursorPage<>(records.of(page.results()), page.nextCursor());
    }

    private LearnerId byUsername(String username) {
        return learners.byUsername(username)
                .orElseThrow(() -> ProblemException.notFound("learner_not_found", "No such learner is known here."))
                .id();
    }
}
