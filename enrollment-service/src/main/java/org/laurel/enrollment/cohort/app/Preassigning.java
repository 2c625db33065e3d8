package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.cohort.db.PreassignmentTable;
import org.laurel.enrollment.cohort.domain.Preassignment;
import org.laurel.kit.lock.KeyLocks;

/** Keeps cohorts for people whom nobody knows yet, by their email addresses. */
@ApplicationScoped
public class Preassigning {

    private final KeyLocks locks;
    private final PreassignmentTable table;

    Preassigning(KeyLocks locks, PreassignmentTable table) {
        this.locks = locks;
        this.table = table;
    }

    /** Keeps them; an address waits for one cohort of a course run, the one that was said last. */
    @Transactional
    public void apply(List<Preassignment> commands) {
        locks.hold(CohortLocks.of(
                commands.stream().map(command -> command.cohort().courseKey()).toList()));
        table.keep(commands);
    }
}
