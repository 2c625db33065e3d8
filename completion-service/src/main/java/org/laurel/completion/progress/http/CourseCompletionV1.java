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
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.ProgressQuery;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.page.DoublePage;
import org.laurel.kit.page.PageLinks;
import org.laurel.kit.page.PageRequest;

/** Completion of course runs, version 1: always lists, and ordinary callers name themselves. */
@Authenticated
@Tag(name = "Completion")
public abstract class CourseCompletionV1 {

    private final SnapshotReading snapshot;
    private final ProgressQuery progress;
    private final EffectiveLearner learners;
    private final PageLinks links;

    CourseCompletionV1(SnapshotReading snapshot, ProgressQuery progress, EffectiveLearner learners, PageLinks links) {
        this.snapshot = snapshot;
        this.progress = progress;
        this.learners = learners;
        this.links = links;
    }

    @GET
    @Operation(
            summary = "A learner's completion in every course run with an active enrollment",
            description = "Ordered by course key. Learners give their own username; staff and service clients any, or "
                    + "none for themselves.")
    public DoublePage<CourseItem> courses(
            @QueryParam("username") @Nullable String username,
            @QueryParam("requested_fields") List<String> requestedFields,
            @BeanParam PageParameters paging) {
        RequestedFields fields = RequestedFields.of(requestedFields);
        return snapshot.read(() -> {
            Selected learner = learners.named(username).orElseGet(this::privilegedSelf);
            long count = progress.countOfLearner(learner.id());
            PageRequest page = paging.of(count);
            return answer(
                    progress.ofLearner(learner.id(), page.offset(), page.size(), fields.depth()), fields, count, page);
        });
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
            @BeanParam PageParameters paging) {
        CourseKey courseKey = Lookups.courseKey(courseKeyText);
        RequestedFields fields = RequestedFields.of(requestedFields);
        return snapshot.read(() -> learners.named(username)
                .map(learner -> one(learner, courseKey, fields, paging))
                .orElseGet(() -> all(courseKey, fields.withUsername(), paging)));
    }

    private DoublePage<CourseItem> one(
            Selected learner, CourseKey courseKey, RequestedFields fields, PageParameters paging) {
        ProgressView view = progress.of(learner.id(), courseKey, fields.depth())
                .orElseThrow(() -> Lookups.notEnrolled(learner, courseKey));
        return answer(List.of(view), fields, 1, paging.of(1));
    }

    private DoublePage<CourseItem> all(CourseKey courseKey, RequestedFields fields, PageParameters paging) {
        learners.requirePrivileged();
        long count = progress.countOfCourse(courseKey);
        PageRequest page = paging.of(count);
        return answer(progress.ofCourse(courseKey, page.offset(), page.size(), fields.depth()), fields, count, page);
    }

    private DoublePage<CourseItem> answer(
            List<ProgressView> views, RequestedFields fields, long count, PageRequest page) {
        return DoublePage.of(
                views.stream().map(view -> CourseItem.of(view, fields)).toList(), count, page, links);
    }

    private Selected privilegedSelf() {
        learners.requirePrivileged();
        return learners.self();
    }
}
