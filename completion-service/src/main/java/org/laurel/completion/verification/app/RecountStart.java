package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;

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
     * Begins the jobs and returns their ids in order; of what waits to be counted again already, that job's. One that has begun is not
     * joined: it may be past what is wrong.
     */
    @Transactional
    public List<Long> apply(List<Recount> commands) {
        return commands.stream().map(this::start).toList();
    }

    private long start(Recount command) {
        CourseKey courseKey = command.courseKey();
        String by = command.cause().by();
        return courseKey == null
                ? start(RecountAllStep.KIND, RecountAllStep.SUBJECT, by)
                : start(RecountStep.KIND, courseKey.value(), by);
    }

    private long start(String kind, String subject, String by) {
        return jobs.submit(kind, subject, by);
    }
}
