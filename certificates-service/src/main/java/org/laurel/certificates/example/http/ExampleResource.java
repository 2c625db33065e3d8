package org.laurel.certificates.example.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.http.CourseKeys;
import org.laurel.certificates.example.app.ExampleGeneration;
import org.laurel.certificates.example.db.ExampleQuery;
import org.laurel.certificates.role.http.CourseAccess;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;

/** Example certificates of a course run, for those who administer it. */
@Path("/api/certificates/v1/course-runs/{course_key: .+}/example-certificates")
@Authenticated
@Tag(name = "Example certificates")
public class ExampleResource {

    private final ExampleGeneration generation;
    private final ExampleQuery examples;
    private final TermsQuery terms;
    private final CourseAccess access;
    private final Caller caller;

    ExampleResource(
            ExampleGeneration generation, ExampleQuery examples, TermsQuery terms, CourseAccess access, Caller caller) {
        this.generation = generation;
        this.examples = examples;
        this.terms = terms;
        this.access = access;
        this.caller = caller;
    }

    /**
     * The newest examples.
     *
     * @param examples newest first, null before the first set
     */
    public record ExampleSetAnswer(@Nullable List<ExampleAnswer> examples) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The status of the newest example certificates",
            description = "examples is null before the first set. For course administrators and service clients.")
    public ExampleSetAnswer get(@PathParam("course_key") String courseKeyText) {
        CourseKey courseKey = permitted(courseKeyText);
        return new ExampleSetAnswer(
                examples.newest(courseKey).map(ExampleAnswer::of).orElse(null));
    }

    @POST
    @Idempotent
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Render an example certificate for each mode that learners can choose",
            description =
                    "What certificates would be now, by template and texts, with dummy values. Replaces the examples before. "
                            + "Done when answered.")
    @APIResponse(responseCode = "200", description = "Every example says success, or error with a reason")
    public Response post(@PathParam("course_key") String courseKeyText) {
        CourseKey courseKey = permitted(courseKeyText);
        if (!terms.history(courseKey).newest().courseKnown()) {
            throw ProblemException.notFound("course_run_not_found", "There is no such course run.");
        }
        List<ExampleAnswer> made = ExampleAnswer.of(generation
                .apply(List.of(new ExampleGeneration.Wanted(courseKey, caller.cause())))
                .getFirst());
        return Response.ok(new ExampleSetAnswer(made)).build();
    }

    private CourseKey permitted(String courseKeyText) {
        CourseKey courseKey = CourseKeys.parse(courseKeyText);
        access.requireCourseAdminOrService(courseKey);
        return courseKey;
    }
}
