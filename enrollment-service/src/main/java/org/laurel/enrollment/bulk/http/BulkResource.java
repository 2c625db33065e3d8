package org.laurel.enrollment.bulk.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.bulk.app.BulkEnrolling;
import org.laurel.enrollment.bulk.app.BulkSource;
import org.laurel.enrollment.bulk.app.BulkSubmission;
import org.laurel.enrollment.bulk.domain.BulkItem;
import org.laurel.enrollment.bulk.domain.BulkOrder;
import org.laurel.enrollment.bulk.domain.BulkResult;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.sql.EachAlone;
import org.laurel.kit.upload.UploadedFile;

/** Enrolls and unenrolls many learners at once, for global staff, service clients and course staff of all course runs named. */
@Path("/api/enrollment/v1/bulk-enrollments")
@Authenticated
public class BulkResource {

    private static final int AT_ONCE = 1_000;

    private final BulkOrders orders;
    private final BulkEnrolling enrolling;
    private final BulkSubmission submission;
    private final BulkRuns runs;

    BulkResource(BulkOrders orders, BulkEnrolling enrolling, BulkSubmission submission, BulkRuns runs) {
        this.orders = orders;
        this.enrolling = enrolling;
        this.submission = submission;
        this.runs = runs;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Enroll or unenroll everybody in every course run",
            description = "Up to 1,000 at once with a result for each; more are worked off by a job.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BulkAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "The list is worked off; follow it under its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BulkRunView.class)))
    @APIResponse(responseCode = "403", description = "A course run or a mode is not the caller's to give")
    @APIResponse(responseCode = "413", description = "More rows than one list may have; split it")
    public Response enroll(@NotNull @Valid BulkBody body) {
        List<String> courses = body.courseList();
        courses.stream().distinct().forEach(this::require);
        BulkOrder order = orders.read(
                body.action(), body.mode(), Boolean.TRUE.equals(body.autoEnroll()), body.reason(), body.role());
        List<String> identifiers = body.identifierList();
        if ((long) identifiers.size() * courses.size() > AT_ONCE) {
            return accepted(order, new BulkSource.Listed(identifiers, courses));
        }
        List<BulkItem> items = courses.stream()
                .flatMap(course -> identifiers.stream().map(identifier -> new BulkItem(identifier, course, null)))
                .toList();
        List<BulkResult> results = EachAlone.apply(
                items,
                several -> enrolling.apply(order, several),
                (item, failure) -> BulkResult.refused(item, BulkResult.FAILED));
        return Response.ok(BulkAnswer.of(order, results)).build();
    }

    @POST
    @Consumes("text/csv")
    @Idempotent
    @Operation(
            summary = "Enroll or unenroll everybody of a file",
            description =
                    "Comma-separated values in UTF-8; the first row names the columns: identifier, course_id unless"
                            + " the request names the course run, and mode if there are several. A job works the rows off.")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "202",
            description = "The list is worked off; follow it under its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BulkRunView.class)))
    @APIResponse(responseCode = "403", description = "A course run or a mode is not the caller's to give")
    @APIResponse(responseCode = "413", description = "More rows than one list may have, or a file too large; split it")
    public Response enrollFile(
            @QueryParam("action") @Nullable String action,
            @QueryParam("course_id") @Nullable String courseId,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("auto_enroll") @DefaultValue("false") boolean autoEnroll,
            @QueryParam("reason") @Size(max = 1_000) @Nullable String reason,
            @QueryParam("role") @Size(max = 255) @Nullable String role,
            @NotNull UploadedFile body) {
        try (UploadedFile file = body) {
            BulkOrder order = orders.read(action, mode, autoEnroll, reason, role);
            return accepted(order, source(file, courseId));
        }
    }

    private Response accepted(BulkOrder order, BulkSource source) {
        long id = submission
                .apply(List.of(new BulkSubmission.Submit(order, source, orders::mayManage, orders::mayGive)))
                .getFirst();
        return Response.accepted(runs.view(id))
                .location(URI.create("/api/enrollment/v1/bulk-enrollments/" + id))
                .build();
    }

    private static BulkSource source(UploadedFile file, @Nullable String courseId) {
        var path = file.path();
        if (path == null) {
            throw new ProblemException(
                    Problem.of(413, "list_too_large", "The file is too large for one request. Split it."));
        }
        return new BulkSource.SentFile(path, courseId == null ? null : courseId.replace(' ', '+'));
    }

    private void require(String courseId) {
        if (!orders.mayManage(courseId)) {
            throw ProblemException.forbidden("You may not enroll learners in every one of these course runs.");
        }
    }
}
