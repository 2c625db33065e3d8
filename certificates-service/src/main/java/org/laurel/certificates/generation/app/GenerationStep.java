package org.laurel.certificates.generation.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.laurel.certificates.generation.db.CandidateQuery;
import org.laurel.certificates.generation.db.CandidateQuery.Scope;
import org.laurel.certificates.generation.db.GenerationRunQuery;
import org.laurel.certificates.generation.db.GenerationRunTable;
import org.laurel.certificates.generation.domain.GenerationRun;
import org.laurel.certificates.generation.domain.RunOutcome;
import org.laurel.certificates.generation.domain.Selector;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.app.Folded;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.sql.Failures;

/**
 * Works a generation run off, a chunk of learners at a time. What it asks for each learner is a fact with the run's time and
 * id, so that a chunk that is done again asks for nothing new.
 *
 * <p>A chunk that fails for a reason of its own is tried again in ever smaller ones until the learner is found who makes it
 * fail; the run leaves that learner out and goes on.
 */
@ApplicationScoped
class GenerationStep implements JobStep {

    static final String KIND = "generate-certificates";

    private static final Logger LOG = Logger.getLogger(GenerationStep.class);

    private final GenerationRunQuery runs;
    private final GenerationRunTable table;
    private final CandidateQuery candidates;
    private final FactFolding folding;
    private final Clock clock;

    GenerationStep(
            GenerationRunQuery runs,
            GenerationRunTable table,
            CandidateQuery candidates,
            FactFolding folding,
            Clock clock) {
        this.runs = runs;
        this.table = table;
        this.candidates = candidates;
        this.folding = folding;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        GenerationRun run = runs.ofJob(chunk.jobId())
                .orElseThrow(() -> new IllegalStateException("job " + chunk.jobId() + " belongs to no generation run"));
        Scope scope = new Scope(run.courseKey(), Selector.of(run.input()), null, run.id());
        List<LearnerId> learners = candidates.next(scope, chunk.after(), run.nextChunk());
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        Map<String, Long> counts = run.leavesNextOut() ? Map.of(RunOutcome.FAILED, 1L) : fold(run, learners);
        if (run.reducedTo() != null) {
            table.reduce(run.id(), run.recovered());
        }
        return learners.size() < run.nextChunk()
                ? Progress.finished(learners.size(), counts)
                : new Progress(learners.getLast().value(), learners.size(), counts);
    }

    @Override
    public void finished(Job job) {
        table.finish(job.id(), job.state(), job.done(), job.total(), job.counts(), clock.instant());
    }

    private Map<String, Long> fold(GenerationRun run, List<LearnerId> learners) {
        try {
            return folding
                    .apply(learners.stream().map(learner -> ask(run, learner)).toList())
                    .stream()
                    .collect(Collectors.groupingBy(GenerationStep::outcome, Collectors.counting()));
        } catch (RuntimeException failure) {
            if (!Failures.isTransient(failure)) {
                narrowDown(run, learners, failure);
            }
            throw failure;
        }
    }

    /** The reason stays with the run, which the cause leads to: a retirement searches every row that has one. */
    private static FactCommand ask(GenerationRun run, LearnerId learner) {
        FactOrder order = new FactOrder(
                run.createdAt(), FactOrder.NO_SEQUENCE, Fact.Requested.KIND, FactCommand.Happen.SOURCE, run.factId());
        return new FactCommand.TakeIn(
                new CaseKey(learner, run.courseKey()),
                new Fact.Requested(order, run.command(), GenerationMode.BATCH),
                null,
                Cause.of(run.generatedBy(), run.factId()));
    }

    private static String outcome(Folded folded) {
        return RunOutcome.of(
                folded.previousStatus(),
                folded.issued() == null ? null : folded.issued().certificate(),
                folded.decision(),
                folded.changed(),
                folded.withheld());
    }

    /** In a transaction of its own: that of the chunk is lost. */
    private void narrowDown(GenerationRun run, List<LearnerId> learners, RuntimeException failure) {
        int next = run.reduced();
        QuarkusTransaction.requiringNew().run(() -> {
            table.reduce(run.id(), next);
            if (next == 0) {
                table.leaveOut(run.id(), learners.getFirst(), Failures.describe(failure));
            }
        });
        LOG.warnf(
                "Generation run %d: %d learners at once fail: %s",
                run.id(), learners.size(), Failures.describe(failure));
    }
}
