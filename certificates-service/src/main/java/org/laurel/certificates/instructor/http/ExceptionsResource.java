package org.laurel.certificates.instructor.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.allowlist.app.AllowlistRemoval;
import org.laurel.certificates.allowlist.domain.Obstacle;
import org.laurel.certificates.allowlist.domain.RemoveEntry;
import org.laurel.certificates.allowlist.http.AllowlistGrants;
import org.laurel.certificates.allowlist.http.AllowlistGrants.Wish;
import org.laurel.certificates.allowlist.http.CsvFile;
import org.laurel.certificates.allowlist.http.FileForm;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Certificate exceptions, at the paths and in the shape of the second version. Source: certificates, instructor v2. */
@Path("/api/instructor/v2/courses/{course_id: .+}/certificates/exceptions")
@Authenticated
@Uncached
@Tag(name = "Instructor, version 2")
public class ExceptionsResource {

    private final AllowlistGrants grants;
    private final AllowlistRemoval removal;
    private final LearnerQuery learners;
    private final AdministeredRuns runs;
    private final Caller caller;

    ExceptionsResource(
            AllowlistGrants grants,
            AllowlistRemoval removal,
            LearnerQuery learners,
            AdministeredRuns runs,
            Caller caller) {
        this.grants = grants;
        this.removal = removal;
        this.learners = learners;
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(summary = "Add 1 to 1,000 learners to the certificate exceptions")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LearnersAnswer.class)))
    public Response add(@PathParam("course_id") String courseId, @Valid @NotNull LearnersRequest wanted) {
        CourseKey run = runs.existing(courseId);
        return grant(
                run,
                wanted.learners().stream()
                        .map(name -> new Wish(name, wanted.notesOrNone()))
                        .toList());
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    @Operation(
            summary = "Add the learners of a CSV file to the certificate exceptions",
            description =
                    "The part file is UTF-8, at most 5 MiB and 10,000 rows: username or e-mail address, and perhaps notes.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LearnersAnswer.class)))
    @APIResponse(responseCode = "400", description = "No file, no CSV file, too large, not UTF-8, or without learners")
    public Response upload(@PathParam("course_id") String courseId, @BeanParam FileForm form) {
        CourseKey run = runs.existing(courseId);
        return switch (form.csv()) {
            case CsvFile.Fault fault -> throw ProblemException.badRequest(fault.code(), fault.why());
            case CsvFile.Rows rows -> grant(run, wishes(rows.rows()));
        };
    }

    @DELETE
    @Idempotent
    @Operation(
            summary = "Take a learner off the certificate exceptions",
            description = "An existing certificate becomes unavailable.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Message.class)))
    @APIResponse(responseCode = "400", description = "There is no such learner")
    @APIResponse(responseCode = "404", description = "The learner has no certificate exception")
    public Response remove(@PathParam("course_id") String courseId, @Valid @NotNull UsernameRequest whom) {
        CourseKey run = runs.existing(courseId);
        Learner learner = learners.byUsernameOrEmail(whom.username().strip())
                .orElseThrow(() -> ProblemException.badRequest("learner_not_found", Words.unknown(whom.username())));
        CaseKey key = new CaseKey(learner.id(), run);
        Folded removed =
                removal.apply(List.of(new RemoveEntry(key, caller.cause()))).get(key);
        if (removed == null) {
            throw ProblemException.notFound("not_on_allowlist", Words.notListed(whom.username()));
        }
        String done = "The certificate exception of " + learner.username() + " is removed.";
        return Response.ok(new Message(Words.done(done, removed.withheld()))).build();
    }

    private Response grant(CourseKey run, List<Wish> wishes) {
        return Response.ok(LearnersAnswer.ofGrants(grants.grant(run, wishes, Obstacle.ANY, caller.cause())))
                .build();
    }

    /** The first cell names the learner, the second holds notes; others are not read. */
    private static List<Wish> wishes(List<List<String>> rows) {
        List<Wish> wishes = rows.stream()
                .filter(row -> !row.isEmpty() && !row.getFirst().isBlank())
                .map(row -> new Wish(row.getFirst().strip(), row.size() > 1 ? row.get(1) : ""))
                .toList();
        if (wishes.isEmpty()) {
            throw ProblemException.badRequest("file_empty", "The file names no learner.");
        }
        return wishes;
    }
}
