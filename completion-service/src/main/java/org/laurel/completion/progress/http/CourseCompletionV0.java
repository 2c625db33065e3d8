package org.laurel.completion.progress.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.http.CourseAnswers.Courses;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.DoublePage;

/** Completion of course runs, version 0: of the caller unless another username is given. */
@Authenticated
@Tag(name = "Completion")
public abstract class CourseCompletionV0 {

    private final CourseAnswers answers;
    private final RequestedFieldsReading fields;
    private final EffectiveLearner learners;

    CourseCompletionV0(CourseAnswers answers, RequestedFieldsReading fields, EffectiveLearner learners) {
        this.answers = answers;
        this.fields = fields;
        this.learners = learners;
    }

    @GET
    @Operation(
            summary = "A learner's completion in every course run with an active enrollment",
            description =
                    "Of the caller unless another username is given, which staff and service clients may do. Ordered "
                            + "by course key.")
    public DoublePage<CourseItem> courses(@BeanParam ListParameters asked, @BeanParam PageParameters paging) {
        ItemShape shape = ItemShape.of(fields.ofQuery(asked.requestedFields));
        Courses courses = new Courses(asked.username, asked.courseKey(), asked.isMobileOnly(), false);
        return answers.courses(courses, paging, shape, learners::self);
    }

    @GET
    @Path("/{course_key: .+}")
    @Operation(
            summary = "A learner's completion in one course run, as one object",
            description = "Staff and service clients may name another learner. 404 without active enrollment.")
    public CourseItem course(
            @PathParam("course_key") String courseKeyText,
            @QueryParam("username") @Nullable String username,
            @QueryParam("requested_fields") List<String> requestedFields) {
        CourseKey courseKey = Lookups.courseKey(courseKeyText);
        return answers.one(courseKey, username, ItemShape.of(fields.ofQuery(requestedFields)));
    }
}
