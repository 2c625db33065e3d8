package org.laurel.completion.progress.http;

import io.quarkus.security.Authenticated;
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
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.events.key.CourseKey;

/** Completion of course runs, version 0: one object, of the caller unless another username is given. */
@Authenticated
@Tag(name = "Completion")
public abstract class CourseCompletionV0 {

    private final SnapshotReading snapshot;
    private final ProgressQuery progress;
    private final EffectiveLearner learners;

    CourseCompletionV0(SnapshotReading snapshot, ProgressQuery progress, EffectiveLearner learners) {
        this.snapshot = snapshot;
        this.progress = progress;
        this.learners = learners;
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
        RequestedFields fields = RequestedFields.of(requestedFields);
        return snapshot.read(() -> item(username, courseKey, fields));
    }

    private CourseItem item(@Nullable String username, CourseKey courseKey, RequestedFields fields) {
        Selected learner = learners.named(username).orElseGet(learners::self);
        return progress.of(learner.id(), courseKey, fields.depth())
                .map(view -> CourseItem.of(view, fields))
                .orElseThrow(() -> Lookups.notEnrolled(learner, courseKey));
    }
}
