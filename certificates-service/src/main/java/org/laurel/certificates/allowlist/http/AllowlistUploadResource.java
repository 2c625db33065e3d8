package org.laurel.certificates.allowlist.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.certificates.allowlist.domain.Obstacle;
import org.laurel.certificates.allowlist.http.AllowlistGrants.Wish;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Adds the learners of a CSV file to an allowlist. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/allowlist:upload")
@Authenticated
@Tag(name = "Allowlist")
public class AllowlistUploadResource {

    private final AllowlistGrants grants;
    private final AdministeredRuns runs;
    private final Caller caller;

    AllowlistUploadResource(AllowlistGrants grants, AdministeredRuns runs, Caller caller) {
        this.grants = grants;
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    @Operation(
            summary = "Add the learners of a CSV file to the allowlist",
            description =
                    "The part file is UTF-8, at most 5 MiB and 10,000 rows: username or e-mail address, and perhaps "
                            + "notes. Blank lines are skipped and counted. Each row gets its result.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BulkAnswer.class)))
    @APIResponse(responseCode = "400", description = "No file, no CSV file, too large, or not UTF-8")
    public Response upload(@PathParam("course_key") String courseKey, @BeanParam FileForm form) {
        CourseKey run = runs.own(courseKey);
        return switch (form.csv()) {
            case CsvFile.Fault fault -> throw ProblemException.badRequest(fault.code(), fault.why());
            case CsvFile.Rows rows ->
                Response.ok(BulkAnswer.of(results(run, rows.rows()))).build();
        };
    }

    private List<BulkAnswer.Item> results(CourseKey run, List<List<String>> rows) {
        List<BulkAnswer.Item> results = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.isEmpty()) {
                continue;
            }
            if (row.size() > 2 || row.getFirst().isBlank()) {
                results.add(BulkAnswer.Item.malformed(i + 1, row.getFirst()));
            } else {
                wishes.add(new Wish(row.getFirst(), row.size() == 2 ? row.getLast() : ""));
                numbers.add(i + 1);
            }
        }
        List<Grant> granted = grants.grant(run, wishes, Obstacle.ANY, caller.cause());
        for (int i = 0; i < granted.size(); i++) {
            results.add(BulkAnswer.Item.of(numbers.get(i), granted.get(i)));
        }
        results.sort(Comparator.comparing(item -> Objects.requireNonNull(item.row())));
        return results;
    }
}
