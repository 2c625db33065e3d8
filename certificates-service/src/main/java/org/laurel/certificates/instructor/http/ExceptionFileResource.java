package org.laurel.certificates.instructor.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.allowlist.domain.Obstacle;
import org.laurel.certificates.allowlist.http.AllowlistGrants;
import org.laurel.certificates.allowlist.http.AllowlistGrants.Wish;
import org.laurel.certificates.allowlist.http.CsvFile;
import org.laurel.certificates.allowlist.http.Grant;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;

/** Certificate exceptions from a file, as existing clients upload it. Source: certificates, instructor v1. */
@Path("/courses/{course_id: .+}/instructor/api/generate_bulk_certificate_exceptions")
@Authenticated
@Uncached
@Tag(name = "Instructor, version 1")
public class ExceptionFileResource {

    private static final int COLUMNS = 2;

    private final AllowlistGrants grants;
    private final AdministeredRuns runs;
    private final Caller caller;

    ExceptionFileResource(AllowlistGrants grants, AdministeredRuns runs, Caller caller) {
        this.grants = grants;
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Idempotent
    @Operation(
            summary = "Add the learners of a CSV file to the certificate exceptions",
            description =
                    "The part students_list is UTF-8, at most 5 MiB and 10,000 rows of two columns: username or e-mail "
                            + "address, and notes. Whatever is wrong with the file or with a row, the answer is a 200 that says so.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ExceptionFileAnswer.class)))
    public Response upload(@PathParam("course_id") String courseId, @BeanParam StudentsListForm form) {
        CourseKey run = runs.existing(courseId);
        ExceptionFileAnswer answer = switch (form.csv()) {
            case CsvFile.Fault fault -> ExceptionFileAnswer.unreadable(fault.why());
            case CsvFile.Rows rows -> add(run, rows.rows());
        };
        return Response.ok(answer).build();
    }

    private ExceptionFileAnswer add(CourseKey run, List<List<String>> rows) {
        ExceptionFileAnswer answer = ExceptionFileAnswer.empty();
        List<Wish> wishes = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.size() == COLUMNS) {
                wishes.add(new Wish(row.getFirst(), row.getLast()));
                numbers.add(i + 1);
            } else if (!row.isEmpty()) {
                answer.addMalformed(row.getFirst(), i + 1);
            }
        }
        List<Grant> granted = grants.grant(run, wishes, Obstacle.ANY_IN_FILE, caller.cause());
        for (int i = 0; i < granted.size(); i++) {
            answer.add(granted.get(i), numbers.get(i));
        }
        return answer;
    }
}
