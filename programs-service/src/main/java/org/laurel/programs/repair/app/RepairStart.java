package org.laurel.programs.repair.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.laurel.kit.job.Jobs;
import org.laurel.programs.repair.db.RepairTable;

/** Starts repairs. Several may go on at once: each looks at a learner under the learner's lock. */
@ApplicationScoped
public class RepairStart {

    private final Jobs jobs;
    private final RepairTable repairs;
    private final Clock clock;

    RepairStart(Jobs jobs, RepairTable repairs, Clock clock) {
        this.jobs = jobs;
        this.repairs = repairs;
        this.clock = clock;
    }

    /** Starts them and returns their ids in order. */
    @Transactional
    public List<Long> apply(List<StartRepair> commands) {
        return commands.stream().map(this::start).toList();
    }

    private long start(StartRepair command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long id = repairs.nextId();
        long jobId = jobs.begin(
                RepairStep.KIND,
                (command.isDryRun() ? "dry-run:" : "repair:") + id,
                Map.of(),
                command.scope().listed() == null ? null : (long) command.scope().listed(),
                command.cause().by());
        if (!command.pause().isZero()) {
            jobs.throttle(jobId, command.pause());
        }
        repairs.insert(new RepairTable.Begun(
                id,
                jobId,
                command.scope(),
                command.awards(),
                command.revokes(),
                command.isDryRun(),
                command.cause().by(),
                command.cause().reason(),
                command.chunkSize(),
                now));
        repairs.keepList(id, command.listed());
        return id;
    }
}
