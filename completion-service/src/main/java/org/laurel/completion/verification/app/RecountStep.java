package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.verification.db.VerificationCandidates;
import org.laurel.completion.verification.db.VerificationCandidates.Candidate;
import org.laurel.completion.verification.db.VerificationCandidates.NotedCourse;
import org.laurel.completion.verification.db.VerificationCandidates.Position;
import org.laurel.completion.verification.domain.Difference;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.completion.verification.domain.Verification.Numbers;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;

/** Counts all learners of a course run again, a chunk at a time, and puts the course run's numbers right in the end. */
@ApplicationScoped
class RecountStep implements JobStep {

    static final String KIND = "recount-course-progress";

    /** A chunk holds all completions and sums of its learners in memory, so it is smaller than others. */
    private static final int LEARNERS = 250;

    private final Jobs jobs;
    private final VerificationCandidates candidates;
    private final ProgressAccounting accounting;
    private final NumberVerifying numbers;

    RecountStep(Jobs jobs, VerificationCandidates candidates, ProgressAccounting accounting, NumberVerifying numbers) {
        this.jobs = jobs;
        this.candidates = candidates;
        this.accounting = accounting;
        this.numbers = numbers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        CourseKey courseKey = new CourseKey(chunk.subject());
        Verification.Scope scope = new Verification.Scope(courseKey, null, null, Numbers.NONE);
        if (chunk.cursor() == null) {
            jobs.total(chunk.jobId(), candidates.count(0, scope));
        }
        List<CourseLearner> learners =
                candidates.next(0, scope, new Position(courseKey.value(), chunk.after()), LEARNERS).stream()
                        .map(Candidate::key)
                        .toList();
        if (learners.isEmpty()) {
            List<Difference> put = numbers.verify(new NotedCourse(courseKey, true), true);
            return Progress.finished(0, Map.of("numbers", (long) put.size()));
        }
        Cause cause = Cause.of("recount", kind() + ":" + chunk.jobId());
        accounting.apply(learners.stream()
                .<ProgressCommand>map(key -> new ProgressCommand.Recount(key, null, true, cause))
                .toList());
        return new Progress(learners.getLast().learnerId().value(), learners.size());
    }
}
