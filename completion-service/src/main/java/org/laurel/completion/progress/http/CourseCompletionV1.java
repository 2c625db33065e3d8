package org.laurel.completion.progress.http;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.db.ProgressQuery;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.DoublePage;
import org.laurel.kit.page.PageRequest;

/** Completion of course runs, version 1: always lists, and ordinary callers name themselves. */
@Authenticated
@Tag(name = "Completion")
public abstract class CourseCompletionV1 {

    private final ProgressQuery progress;
    private final EffectiveLearner learners;

    CourseCompletionV1(ProgressQuery progress, EffectiveLearner learners) {
        this.progress = progress;
        this.learners = learners;
    }

    @GET
    @Operation(
            summary = "A learner's completion in every course run with an active enrollment",
            description = "Ordered by course key. Learners give their own username; staff and service clients any, or "
                    + "none for themselves.")
    public DoublePage<CourseItem> courses(
            @QueryParam("username") @Nullable String username,
            @QueryParam("requested_fields") List<String> requestedFields,
            @BeanParam PageParameters paging,
            @Context UriInfo uri) {
        RequestedFields fields = RequestedFields.of(requestedFields);
        Selected learner = learners.named(username).orElseGet(this::privilegedSelf);
        long count = progress.countOfLearner(learner.id());
        PageRequest page = paging.of(count);
        List<CourseItem> items =
                progress.ofLearner(learner.id(), page.offset(), page.size(), fields.hasBlocks()).stream()
                        .map(view -> CourseItem.of(view, fields))
                        .toList();
        return DoublePage.of(items, count, page, uri);
    }

    @GET
    @Path("/{course_key: .+}")
    @Operation(
            summary = "Completion in one course run",
            description = "Of one learner, as a list of one; staff and service clients without username get all active "
                    + "enrollments ordered by learner id. 404 without active enrollment.")
    public DoublePage<CourseItem> course(
            @PathParam("course_key") String courseKeyText,
            @QueryParam("username") @Nullable String username,
            @QueryParam("requested_fields") List<String> requestedFields,
            @BeanParam PageParameters paging,
            @Context UriInfo uri) {
        CourseKey courseKey = Lookups.courseKey(courseKeyText);
        RequestedFields fields = RequestedFields.of(requestedFields);
        Optional<Selected> named = learners.named(username);
        if (named.isPresent()) {
            ProgressView view = progress.of(named.get().id(), courseKey, fields.hasBlocks())
                    .orElseThrow(() -> Lookups.notEnrolled(named.get(), courseKey));
            return DoublePage.of(List.of(CourseItem.of(view, fields)), 1, paging.of(1), uri);
        }
        learners.requirePrivileged();
        RequestedFields withNames = fields.withUsername();
        long count = progress.countOfCourse(courseKey);
        PageRequest page = paging.of(count);
        List<CourseItem> items = progress.ofCourse(courseKey, page.offset(), page.size(), fields.hasBlocks()).stream()
                .map(view -> CourseItem.of(view, withNames))
                .toList();
        return DoublePage.of(items, count, page, uri);
    }

    private Selected privilegedSelf() {
        learners.requirePrivileged();
        return learners.self();
    }
}
