package org.laurel.certificates.issued.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;
import org.laurel.certificates.issued.db.IssuedQuery;
import org.laurel.certificates.role.http.AdministeredRuns;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.csv.CsvLine;
import org.laurel.kit.idempotency.Idempotent;

/** How many certificates of each mode are granted, at the path that older instructors' pages call. Source: instructor v1. */
@Path("/courses/{course_id: .+}/instructor/api/get_issued_certificates")
@Authenticated
@Tag(name = "Instructor")
public class IssuedCountsResource {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM dd, yyyy", Locale.ENGLISH);
    private static final List<String> FEATURES =
            List.of("course_id", "mode", "total_issued_certificate", "report_run_date");

    private final IssuedQuery issued;
    private final AdministeredRuns runs;
    private final Clock clock;

    IssuedCountsResource(IssuedQuery issued, AdministeredRuns runs, Clock clock) {
        this.issued = issued;
        this.runs = runs;
        this.clock = clock;
    }

    /** The counts, and what their members are called. */
    public record Counts(List<ModeLine> certificates, List<String> queriedFeatures, Map<String, String> featureNames) {}

    /**
     * A mode and its granted certificates.
     *
     * @param reportRunDate today, such as January 02, 2026
     */
    public record ModeLine(String courseId, String mode, long totalIssuedCertificate, String reportRunDate) {}

    @POST
    @NoCache
    @Idempotent
    @Operation(
            summary = "How many certificates of each mode are granted",
            description = "With csv=true as a file. Changes nothing. For staff and data researchers of the course run.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Counts.class)))
    public Response counts(
            @PathParam("course_id") String courseId, @QueryParam("csv") @DefaultValue("false") String csv) {
        CourseKey courseKey = runs.existingForViewer(courseId);
        String today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).format(DAY);
        List<ModeLine> lines = issued.grantedByMode(courseKey).stream()
                .map(count -> new ModeLine(courseKey.value(), count.mode(), count.total(), today))
                .toList();
        return csv.equalsIgnoreCase("true")
                ? file(lines)
                : Response.ok(counts(lines)).build();
    }

    private static Counts counts(List<ModeLine> lines) {
        return new Counts(
                lines,
                FEATURES,
                Map.of(
                        "course_id", "CourseID",
                        "mode", "Certificate Type",
                        "total_issued_certificate", "Total Certificates Issued",
                        "report_run_date", "Date Report Run"));
    }

    private static Response file(List<ModeLine> lines) {
        StringBuilder text = new StringBuilder(CsvLine.of(FEATURES));
        lines.forEach(line -> text.append(CsvLine.of(
                List.of(line.courseId(), line.mode(), line.totalIssuedCertificate(), line.reportRunDate()))));
        return Response.ok(text.toString(), "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"issued_certificates.csv\"")
                .build();
    }
}
