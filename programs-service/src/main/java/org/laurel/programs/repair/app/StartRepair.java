package org.laurel.programs.repair.app;

import java.time.Duration;
import java.util.List;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.repair.domain.RepairScope;

/**
 * Start a repair.
 *
 * @param listed the learners on the scope's list, empty without one
 * @param chunkSize learners of one transaction, 1 to 1,000
 * @param pause between chunks, zero for none
 */
public record StartRepair(
        RepairScope scope,
        List<LearnerId> listed,
        boolean awards,
        boolean revokes,
        boolean isDryRun,
        int chunkSize,
        Duration pause,
        Cause cause) {}
