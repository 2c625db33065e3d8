package org.laurel.completion.progress.http;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.http.CourseAnswers.Course;
import org.laurel.completion.progress.http.CourseAnswers.Courses;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.page.DoublePage;
import org.laurel.kit.page.FlagParameter;

/** Completion of course runs, version 1: always lists, and ordinary callers name themselves. */
@Authenticated
@Tag(name = "Completion")
public abstract class CourseCompletionV1 {

    private static final String OPTIONAL = "true: completions tell of optional blocks too";

    private final CourseAnswers answers;
    private final RequestedFieldsReading fields;
    private final EffectiveLearner learners;

    CourseCompletionV1(CourseAnswers answers, RequestedFieldsReading fields, EffectiveLearner learners) {
        this.answers = answers;
        this.fields = fields;
        this.learners = learners;
    }

    @GET
    @Operation(
            summary = "A learner's completion in every course run with an active enrollment",
            description = "Ordered by course key. Learners give their own username; staff and service clients any, or "
                    + "none for themselves or, with all_users, for everybody.")
    public DoublePage<CourseItem> courses(
            @BeanParam ListParameters asked,
            @QueryParam("all_users")
                    @Parameter(description = "true: all learners' course runs, ordered by course key, then learner id")
                    @Nullable String allUsers,
            @QueryParam("include_optional") @Parameter(description = OPTIONAL) @Nullable String includeOptional,
            @BeanParam PageParameters paging) {
        ItemShape shape = new ItemShape(fields.ofQuery(asked.requestedFields), isOptional(includeOptional), null);
        boolean everybody = FlagParameter.read("all_users", allUsers, false);
        Courses courses = new Courses(asked.username, asked.courseKey(), asked.isMobileOnly(), everybody);
        return answers.courses(courses, paging, shape, learners::privilegedSelf);
    }

    @GET
    @Path("/{course_key: .+}")
    @Operation(
            summary = "Completion in one course run",
            description = "Of one learner, as a list of one; staff and service clients without username get all active "
                    + "enrollments ordered by learner id. 404 without active enrollment.")
    public DoublePage<CourseItem> course(
            @PathParam("course_key") String courseKeyText,
            @BeanParam DetailParameters asked,
            @QueryParam("include_optional") @Parameter(description = OPTIONAL) @Nullable String includeOptional,
            @BeanParam PageParameters paging) {
        CourseKey courseKey = Lookups.courseKey(courseKeyText);
        Course course = new Course(
                courseKey,
                asked.username,
                () -> UserIds.ofQuery(asked.userIds),
                asked.rootBlock,
                fields.ofQuery(asked.requestedFields),
                isOptional(includeOptional));
        return answers.course(course, paging);
    }

    @POST
    @Path("/{course_key: .+}")
    @Idempotent
    @Operation(
            summary = "Completion in one course run, asked for in a body",
            description = "As with GET, for many learners. Paging stays in the query. Nothing is changed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list",
            content = @Content(mediaType = "application/json", schema = @Schema(ref = "DoublePageCourseItem")))
    public Response query(
            @PathParam("course_key") String courseKeyText,
            @NotNull CourseCompletionQuery asked,
            @QueryParam("include_optional") @Parameter(description = OPTIONAL) @Nullable String includeOptional,
            @BeanParam PageParameters paging) {
        CourseKey courseKey = Lookups.courseKey(courseKeyText);
        Course course = new Course(
                courseKey,
                asked.username(),
                () -> UserIds.ofBody(asked.userIds()),
                asked.rootBlock(),
                fields.ofBody(asked.requestedFields()),
                isOptional(includeOptional));
        return Response.ok(answers.course(course, paging)).build();
    }

    private static boolean isOptional(@Nullable String text) {
        return FlagParameter.read("include_optional", text, false);
    }
}
