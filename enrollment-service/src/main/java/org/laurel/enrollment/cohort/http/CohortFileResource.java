package org.laurel.enrollment.cohort.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.laurel.enrollment.cohort.db.CohortQueries;
import org.laurel.enrollment.cohort.domain.AdditionResult;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;

/** Puts the people of a CSV file into cohorts of a course run, for course staff. */
@Path("/api/cohorts/v1/courses/{course_key: .+}/users")
@Authenticated
public class CohortFileResource {

    private final CohortCourses courses;
    private final CohortQueries cohorts;
    private final CohortAdditions additions;
    private final Caller caller;

    CohortFileResource(CohortCourses courses, CohortQueries cohorts, CohortAdditions additions, Caller caller) {
        this.courses = courses;
        this.cohorts = cohorts;
        this.additions = additions;
        this.caller = caller;
    }

    /** What became of the rows. */
    record Answer(List<Row> results) {}

    /**
     * What became of a row.
     *
     * @param row counts from 1, without the names of the columns and blank lines
     * @param outcome added, changed, present, preassigned, unknown, invalid, unknown_cohort or malformed
     */
    record Row(long row, String user, String cohort, String outcome) {

        static Row of(CohortFile.Line line, String outcome) {
            return new Row(line.number(), line.name(), line.cohort(), outcome);
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    @Operation(
            summary = "Put the people of a CSV file into cohorts",
            description =
                    "The part uploaded-file is UTF-8, at most 5 MiB and 10,000 rows, with the columns cohort and username "
                            + "or email. Each row gets its result.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "400", description = "No file, too large, or no such CSV file")
    public Response upload(@PathParam("course_key") String courseKey, @BeanParam CohortFileForm form) {
        CourseKey key = courses.course(courseKey);
        List<CohortFile.Line> lines = CohortFile.lines(form.file);
        Map<String, CohortKey> known = cohorts.byName(key);
        List<CohortAdditions.Wish> wishes = new ArrayList<>();
        for (CohortFile.Line line : lines) {
            CohortKey cohort = known.get(line.cohort());
            if (cohort != null && !line.name().isEmpty()) {
                wishes.add(new CohortAdditions.Wish(line.name(), cohort));
            }
        }
        Iterator<AdditionResult> results = additions.add(wishes, caller.cause()).iterator();
        return Response.ok(new Answer(lines.stream()
                        .map(line -> Row.of(line, outcome(line, known, results)))
                        .toList()))
                .build();
    }

    private static String outcome(
            CohortFile.Line line, Map<String, CohortKey> known, Iterator<AdditionResult> results) {
        if (line.name().isEmpty() || line.cohort().isEmpty()) {
            return "malformed";
        }
        return known.containsKey(line.cohort()) ? results.next().word() : "unknown_cohort";
    }
}
