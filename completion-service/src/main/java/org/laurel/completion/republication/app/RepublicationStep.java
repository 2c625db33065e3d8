package org.laurel.completion.republication.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.republication.db.ToldSumQuery;
import org.laurel.completion.republication.domain.Position;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.outbox.OutboxRoom;

/** Republishes the sums of a course run, or of all, a chunk of learners at a time. */
@ApplicationScoped
class RepublicationStep implements JobStep {

    static final String KIND = "republish-course-progress";

    /** The subject of a job for all course runs; no course key is like it. */
    static final String ALL = "all";

    private final Jobs jobs;
    private final ToldSumQuery sums;
    private final Republishing republishing;
    private final OutboxRoom room;

    RepublicationStep(Jobs jobs, ToldSumQuery sums, Republishing republishing, OutboxRoom room) {
        this.jobs = jobs;
        this.sums = sums;
        this.republishing = republishing;
        this.room = room;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> obstacle() {
        return room.obstacle();
    }

    @Override
    public Progress advance(Chunk chunk) {
        @Nullable CourseKey courseKey = chunk.subject().equals(ALL) ? null : new CourseKey(chunk.subject());
        if (chunk.cursor() == null) {
            jobs.total(chunk.jobId(), sums.count(courseKey));
        }
        List<CourseLearner> learners = sums.next(courseKey, Position.parse(chunk.cursor()), CHUNK);
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        republishing.apply(learners, Cause.of("republication", kind() + ":" + chunk.jobId()));
        return new Progress(Position.of(learners.getLast()).text(), learners.size());
    }
}
