package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Has everybody in course runs counted again from what they completed, whatever is stored. */
@ApplicationScoped
public class RecountStart {

    private final Jobs jobs;

    RecountStart(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * What to count again.
     *
     * @param courseKey the course run, null for all of them, one after the other
     */
    public record Recount(@Nullable CourseKey courseKey, Cause cause) {}

    /**
     * Begins the jobs and returns their ids in order; of a course run that waits to be counted again already, that job's. One that has
     * begun is not joined: it may be past what is wrong.
     *
     * @throws ProblemException 409 while a job for the same is paused: what paused it may speak against this one too. For all course
     *     runs also while one is under way, of which two would double the load for hours
     */
    @Transactional
    public List<Long> apply(List<Recount> commands) {
        return commands.stream().map(this::start).toList();
    }

    private long start(Recount command) {
        String by = command.cause().by();
        return command.courseKey() == null
                ? startAll(by)
                : startOne(command.courseKey().value(), by);
    }

    /** Of two at the same moment the second joins the first, which is past nothing yet. */
    private long startAll(String by) {
        jobs.openOf(RecountAllStep.KIND, RecountAllStep.SUBJECT).ifPresent(RecountStart::refuse);
        return jobs.beginOrJoin(RecountAllStep.KIND, RecountAllStep.SUBJECT, Map.of(), null, by);
    }

    private long startOne(String courseKey, String by) {
        jobs.pausedOf(RecountStep.KIND, courseKey).ifPresent(RecountStart::refuse);
        return jobs.submit(RecountStep.KIND, courseKey, by);
    }

    private static void refuse(Job open) {
        boolean paused = open.state().equals("paused");
        throw new ProblemException(Problem.of(
                409,
                paused ? "recount_paused" : "recount_running",
                "Job " + open.id() + " counts the same again and is "
                        + (paused ? "paused. Resume it and wait" : "under way. Wait")
                        + " for its end, or cancel it; then ask again."));
    }
}
