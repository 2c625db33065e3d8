package org.laurel.certificates.generation.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.certificates.generation.db.CandidateQuery;
import org.laurel.certificates.generation.db.CandidateQuery.Scope;
import org.laurel.certificates.generation.db.GenerationRunTable;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.Jobs;

/**
 * Starts generation runs, one at a time for each course run, and writes their entries of the generation history. Source:
 * certificates, bulk task semantics.
 */
@ApplicationScoped
public class GenerationStart {

    private final Jobs jobs;
    private final GenerationRunTable runs;
    private final CandidateQuery candidates;
    private final Clock clock;

    GenerationStart(Jobs jobs, GenerationRunTable runs, CandidateQuery candidates, Clock clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.candidates = candidates;
        this.clock = clock;
    }

    /** Starts what can be started and tells of each in order. */
    @Transactional
    public List<RunStart> apply(List<StartRun> commands) {
        return commands.stream().map(this::start).toList();
    }

    private RunStart start(StartRun command) {
        String subject = command.courseKey().value();
        String by = command.cause().by();
        Optional<Long> begun = jobs.beginUnlessOpen(GenerationStep.KIND, subject, Map.of(), null, by);
        if (begun.isEmpty()) {
            long open = jobs.openOf(GenerationStep.KIND, subject).map(Job::id).orElse(0L);
            return new RunStart.Busy(command.courseKey(), open);
        }
        long jobId = begun.get();
        if (!command.pause().isZero()) {
            jobs.throttle(jobId, command.pause());
        }
        long runId = runs.insert(new GenerationRunTable.Begun(
                jobId,
                command.courseKey(),
                by,
                command.cause().reason(),
                command.selector(),
                command.chunkSize(),
                clock.instant()));
        runs.keepList(runId, command.listed());
        long total = candidates.count(new Scope(command.courseKey(), command.selector(), null, runId));
        jobs.total(jobId, total);
        return new RunStart.Begun(command.courseKey(), runId, jobId, total);
    }
}
