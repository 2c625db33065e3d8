package org.laurel.programs.repair.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.sql.Failures;
import org.laurel.programs.credential.app.CredentialRepairing;
import org.laurel.programs.credential.domain.RepairLearner;
import org.laurel.programs.credential.domain.Repaired;
import org.laurel.programs.repair.db.RepairCandidates;
import org.laurel.programs.repair.db.RepairQuery;
import org.laurel.programs.repair.db.RepairTable;
import org.laurel.programs.repair.domain.Repair;

/**
 * Works a repair off, a chunk of learners at a time. A dry run does the same in transactions that are rolled back, so that it tells
 * exactly what would happen.
 *
 * <p>A chunk that fails for a reason of its own is tried again in ever smaller ones until the learner is found who makes it
 * fail; the repair leaves that learner out and goes on. After a failure of infrastructure smaller chunks are tried as well, since a
 * chunk may fail because it takes longer than a transaction may; then nobody is left out.
 */
@ApplicationScoped
class RepairStep implements JobStep {

    static final String KIND = "repair-credentials";

    private static final String FAILED = "failed";
    private static final Logger LOG = Logger.getLogger(RepairStep.class);

    private final Jobs jobs;
    private final RepairQuery repairs;
    private final RepairTable table;
    private final RepairCandidates candidates;
    private final CredentialRepairing repairing;
    private final RepairRehearsal rehearsal;
    private final Clock clock;

    RepairStep(
            Jobs jobs,
            RepairQuery repairs,
            RepairTable table,
            RepairCandidates candidates,
            CredentialRepairing repairing,
            RepairRehearsal rehearsal,
            Clock clock) {
        this.jobs = jobs;
        this.repairs = repairs;
        this.table = table;
        this.candidates = candidates;
        this.repairing = repairing;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        Repair repair = repairs.ofJob(chunk.jobId())
                .orElseThrow(() -> new IllegalStateException("job " + chunk.jobId() + " belongs to no repair"));
        if (chunk.cursor() == null && repair.progress().total() == null) {
            // Not when it is started: of everything there may be many, and somebody waits for that answer.
            jobs.total(chunk.jobId(), candidates.count(repair.id(), repair.scope()));
        }
        List<LearnerId> learners = candidates.next(repair.id(), repair.scope(), chunk.after(), repair.nextChunk());
        if (learners.isEmpty()) {
            return Progress.finished(0);
        }
        Map<String, Long> counts = repair.leavesNextOut() ? Map.of(FAILED, 1L) : work(repair, learners);
        if (repair.reducedTo() != null) {
            table.reduce(repair.id(), repair.recovered());
        }
        return learners.size() < repair.nextChunk()
                ? Progress.finished(learners.size(), counts)
                : new Progress(learners.getLast().value(), learners.size(), counts);
    }

    @Override
    public void finished(Job job) {
        table.finish(job.id(), job.state(), job.done(), job.total(), job.counts(), clock.instant());
    }

    private Map<String, Long> work(Repair repair, List<LearnerId> learners) {
        try {
            List<RepairLearner> commands = candidates.concerned(repair.scope(), learners).entrySet().stream()
                    .map(entry -> new RepairLearner(entry.getKey(), entry.getValue(), repair.rule(), repair.cause()))
                    .toList();
            List<Repaired> repaired = repair.isDryRun() ? rehearse(repair, commands) : repairing.apply(commands);
            return repaired.stream()
                    .collect(Collectors.groupingBy(each -> each.outcome().slug(), Collectors.counting()));
        } catch (RuntimeException failure) {
            if (Failures.isTransient(failure)) {
                tryFewer(repair, failure);
            } else {
                narrowDown(repair, learners, failure);
            }
            throw failure;
        }
    }

    private List<Repaired> rehearse(Repair repair, List<RepairLearner> commands) {
        List<Repaired> would = rehearsal.apply(commands);
        table.keepSamples(repair.id(), would);
        return would;
    }

    private void tryFewer(Repair repair, RuntimeException failure) {
        try {
            QuarkusTransaction.requiringNew().run(() -> table.reduce(repair.id(), repair.reducedForAnotherTry()));
        } catch (RuntimeException away) {
            // The database is away, and then the size was not the reason.
            failure.addSuppressed(away);
        }
    }

    /** In a transaction of its own: that of the chunk is lost. */
    private void narrowDown(Repair repair, List<LearnerId> learners, RuntimeException failure) {
        int next = repair.reduced();
        QuarkusTransaction.requiringNew().run(() -> {
            table.reduce(repair.id(), next);
            if (next == 0) {
                table.leaveOut(repair.id(), learners.getFirst(), Failures.describe(failure));
            }
        });
        LOG.warnf("Repair %d: %d learners at once fail: %s", repair.id(), learners.size(), Failures.describe(failure));
    }
}
