package org.laurel.enrollment.exporting.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.course.http.CourseKeys;
import org.laurel.enrollment.exporting.db.EnrollmentExportQuery;
import org.laurel.enrollment.exporting.db.EnrollmentExportQuery.Wanted;
import org.laurel.enrollment.exporting.db.LearnerExportQuery;
import org.laurel.enrollment.importing.domain.EnrollmentRow;
import org.laurel.enrollment.importing.domain.LearnerRow;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** Learners and enrollments as files, with the columns that imports read. */
@Path("/api/enrollment/v1/exports")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Exports")
public class ExportResource {

    private final LearnerExportQuery learners;
    private final EnrollmentExportQuery enrollments;
    private final ExportFile file;

    ExportResource(LearnerExportQuery learners, EnrollmentExportQuery enrollments, ExportFile file) {
        this.learners = learners;
        this.enrollments = enrollments;
        this.file = file;
    }

    @GET
    @Path("/learners.csv")
    @NoCache
    @Produces("text/csv")
    @Operation(
            summary = "Learners with their profiles as CSV, by learner id",
            description =
                    "With course_id, those who are or were enrolled there; with is_active, accounts that are active or"
                            + " are not.")
    public Response learnersAsCsv(
            @QueryParam("course_id") @Nullable String courseId, @QueryParam("is_active") @Nullable String isActive) {
        return file.csv("learners.csv", LearnerRow.COLUMNS, learners(wanted(courseId, isActive)));
    }

    @GET
    @Path("/learners.jsonl")
    @NoCache
    @Produces("application/x-ndjson")
    @Operation(summary = "Learners with their profiles as JSON Lines, by learner id")
    public Response learnersAsJsonLines(
            @QueryParam("course_id") @Nullable String courseId, @QueryParam("is_active") @Nullable String isActive) {
        return file.jsonLines("learners.jsonl", learners(wanted(courseId, isActive)));
    }

    @GET
    @Path("/enrollments.csv")
    @NoCache
    @Produces("text/csv")
    @Operation(summary = "Enrollments as CSV, by learner id and course key")
    public Response enrollmentsAsCsv(
            @QueryParam("course_id") @Nullable String courseId, @QueryParam("is_active") @Nullable String isActive) {
        return file.csv("enrollments.csv", EnrollmentRow.COLUMNS, enrollments(wanted(courseId, isActive)));
    }

    @GET
    @Path("/enrollments.jsonl")
    @NoCache
    @Produces("application/x-ndjson")
    @Operation(summary = "Enrollments as JSON Lines, by learner id and course key")
    public Response enrollmentsAsJsonLines(
            @QueryParam("course_id") @Nullable String courseId, @QueryParam("is_active") @Nullable String isActive) {
        return file.jsonLines("enrollments.jsonl", enrollments(wanted(courseId, isActive)));
    }

    private ExportFile.Pages learners(Wanted wanted) {
        return (last, limit) -> learners.after(wanted, text(last, "learner_id"), limit);
    }

    private ExportFile.Pages enrollments(Wanted wanted) {
        return (last, limit) -> enrollments.after(wanted, text(last, "learner_id"), text(last, "course_key"), limit);
    }

    private static String text(@Nullable Map<String, @Nullable Object> row, String member) {
        return row == null ? "" : String.valueOf(row.get(member));
    }

    private static Wanted wanted(@Nullable String courseId, @Nullable String isActive) {
        String courseKey = courseId == null ? null : CourseKeys.parse(courseId).value();
        Boolean active = isActive == null
                ? null
                : switch (isActive) {
                    case "true" -> Boolean.TRUE;
                    case "false" -> Boolean.FALSE;
                    default -> throw ProblemException.badRequest("invalid_is_active", "is_active takes true or false.");
                };
        return new Wanted(courseKey, active);
    }
}
