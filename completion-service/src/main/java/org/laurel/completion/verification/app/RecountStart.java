package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.Jobs;

/** Has everybody in course runs counted again from what they completed, whatever is stored. */
@ApplicationScoped
public class RecountStart {

    private final Jobs jobs;

    RecountStart(Jobs jobs) {
        this.jobs = jobs;
    }

    /** A course run to count again. */
    public record Recount(CourseKey courseKey, Cause cause) {}

    /** Begins the jobs and returns their ids in order; of a course run that is being counted again already, that job's. */
    @Transactional
    public List<Long> apply(List<Recount> commands) {
        return commands.stream().map(this::start).toList();
    }

    private long start(Recount command) {
        String subject = command.courseKey().value();
        return jobs.beginUnlessOpen(
                        RecountStep.KIND,
                        subject,
                        Map.of(),
                        null,
                        command.cause().by())
                .orElseGet(() ->
                        jobs.openOf(RecountStep.KIND, subject).map(Job::id).orElseThrow());
    }
}
