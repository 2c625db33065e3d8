package org.laurel.completion.block.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.laurel.completion.learner.db.LearnerQuery;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.domain.ProgressOutcome;
import org.laurel.completion.progress.http.EffectiveLearner;
import org.laurel.completion.progress.http.EffectiveLearner.Selected;
import org.laurel.completion.progress.http.Lookups;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.db.StructureQuery;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.security.Caller;

/** Checks the completion of one block in the order that existing clients know, and has it counted. */
@ApplicationScoped
class Submission {

    private final EffectiveLearner learners;
    private final LearnerQuery enrollments;
    private final SnapshotReading snapshot;
    private final StructureQuery structures;
    private final TrackingSwitch tracking;
    private final ProgressAccounting accounting;
    private final Caller caller;
    private final Clock clock;

    Submission(
            EffectiveLearner learners,
            LearnerQuery enrollments,
            SnapshotReading snapshot,
            StructureQuery structures,
            TrackingSwitch tracking,
            ProgressAccounting accounting,
            Caller caller,
            Clock clock) {
        this.learners = learners;
        this.enrollments = enrollments;
        this.snapshot = snapshot;
        this.structures = structures;
        this.tracking = tracking;
        this.accounting = accounting;
        this.caller = caller;
        this.clock = clock;
    }

    /** 201 for the first completion of the block, otherwise 200. */
    Response take(String courseKeyText, String blockKeyText, BlockCompletionBody body) {
        long units = SubmissionReading.units(body.completion());
        CourseKey courseKey = Lookups.courseKey(courseKeyText);
        Selected learner = learners.named(body.username()).orElseGet(learners::self);
        if (!enrollments.isEnrolled(learner.id(), courseKey)) {
            throw Lookups.notEnrolled(learner, courseKey);
        }
        String blockKey = Lookups.blockKey(blockKeyText, courseKey);
        if (!snapshot.read(() -> structures.has(courseKey, blockKey))) {
            throw Lookups.blockNotFound(blockKey);
        }
        tracking.requireOn();
        SubmissionReading reading = new SubmissionReading(caller.cause(), clock.instant());
        ProgressOutcome outcome = accounting
                .apply(List.of(reading.command(new CourseLearner(courseKey, learner.id()), blockKey, units)))
                .getFirst();
        return Response.status(outcome.created().isEmpty() ? 200 : 201).build();
    }
}
