package org.laurel.certificates.register.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.learner.db.LearnerQuery;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.lookup.domain.GradeReportEntry;
import org.laurel.certificates.register.db.GradeReportQuery;
import org.laurel.certificates.register.db.GradeReportQuery.Line;
import org.laurel.certificates.role.http.CourseAccess;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;

/** The certificate columns of grade reports. Source: certificates, grade report. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/certificates/grade-report")
@Authenticated
@Tag(name = "Register")
public class GradeReportResource {

    private final GradeReportQuery report;
    private final LearnerQuery learners;
    private final CourseAccess access;
    private final Clock clock;

    GradeReportResource(GradeReportQuery report, LearnerQuery learners, CourseAccess access, Clock clock) {
        this.report = report;
        this.learners = learners;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A learner's line.
     *
     * @param username null when nobody told us of the learner
     * @param eligible {@code Y} or {@code N}
     * @param delivered {@code Y} or {@code N}
     * @param type the certified mode of a delivered certificate, else {@code N/A}
     */
    public record ReportLine(
            String learnerId, @Nullable String username, String eligible, String delivered, String type) {}

    @GET
    @Operation(
            summary = "Who is eligible for a certificate, whose is delivered, and of which type",
            description =
                    "Everybody of whom anything is known in the course run, by learner id; with learner_id only these. The "
                            + "cursor is the last learner id. 404 for a course run that is not known here. For staff, service "
                            + "clients and data researchers of the course run.")
    public CursorPage<ReportLine> get(
            @PathParam("course_key") String courseKey,
            @QueryParam("learner_id") List<String> learnerIds,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        CourseKey key = CourseKeys.parse(courseKey);
        if (!access.isOperator()) {
            access.requireIssuedViewer(key);
        }
        int size = Parameters.limit(limit);
        TermsHistory terms = report.terms(key);
        if (!terms.newest().courseKnown()) {
            throw ProblemException.notFound("course_run_not_found", "The course run is not known here.");
        }
        List<Line> found =
                report.lines(key, terms, Parameters.learnerIds(learnerIds), cursor == null ? "" : cursor, size + 1);
        CursorPage<Line> page =
                CursorPage.of(found, size, line -> line.learnerId().value());
        return new CursorPage<>(lines(page.results(), terms.newest()), page.nextCursor());
    }

    private List<ReportLine> lines(List<Line> found, Terms terms) {
        Map<LearnerId, Learner> known =
                learners.byIds(found.stream().map(Line::learnerId).toList());
        Instant now = clock.instant();
        return found.stream()
                .map(line -> line(
                        line,
                        known.get(line.learnerId()),
                        GradeReportEntry.of(line.standing(), line.shown(), terms, now)
                                .orElseThrow()))
                .toList();
    }

    private static ReportLine line(Line line, @Nullable Learner learner, GradeReportEntry entry) {
        return new ReportLine(
                line.learnerId().value(),
                learner == null ? null : learner.username(),
                GradeReportEntry.letter(entry.eligible()),
                GradeReportEntry.letter(entry.delivered()),
                entry.type());
    }
}
