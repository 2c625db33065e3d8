package org.laurel.completion.verification.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.laurel.completion.verification.db.VerificationCandidates;
import org.laurel.completion.verification.db.VerificationTable;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/** Starts verifications. Several may go on at once; they only read, unless they find something to repair. */
@ApplicationScoped
public class VerificationStart {

    private final KeyLocks locks;
    private final Jobs jobs;
    private final VerificationTable verifications;
    private final VerificationCandidates candidates;
    private final Clock clock;

    VerificationStart(
            KeyLocks locks,
            Jobs jobs,
            VerificationTable verifications,
            VerificationCandidates candidates,
            Clock clock) {
        this.locks = locks;
        this.jobs = jobs;
        this.verifications = verifications;
        this.candidates = candidates;
        this.clock = clock;
    }

    /** Starts them and returns their ids in order; of a night that had one there is none. */
    @Transactional
    public List<Long> apply(List<StartVerification> commands) {
        return commands.stream()
                .filter(this::isFirstOfItsNight)
                .map(this::start)
                .toList();
    }

    private boolean isFirstOfItsNight(StartVerification command) {
        if (command.night() == null) {
            return true;
        }
        locks.change(List.of("verification:" + command.night()));
        return !verifications.isBegun(command.night());
    }

    private long start(StartVerification command) {
        long id = verifications.nextId();
        long jobId = jobs.begin(VerificationStep.KIND, "verification:" + id, Map.of(), null, command.by());
        verifications.insert(new VerificationTable.Begun(
                id,
                jobId,
                command.scope(),
                command.repairs(),
                command.night(),
                command.by(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        if (command.scope().listed() != null) {
            candidates.list(id, command.listed(), command.scope().courseKey());
        }
        return id;
    }
}
