package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.cohort.db.PreassignmentTable;
import org.laurel.enrollment.cohort.domain.PlacementCommand.Enter;
import org.laurel.enrollment.cohort.domain.Preassignment;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.AddressKeeping;
import org.laurel.enrollment.learner.domain.Identified;
import org.laurel.kit.lock.KeyLocks;

/** Keeps cohorts for people whom nobody knows yet, by their email addresses. Who has come meanwhile enters at once. */
@ApplicationScoped
public class Preassigning {

    private final AddressKeeping addresses;
    private final KeyLocks locks;
    private final PreassignmentTable table;
    private final CohortPlacement placement;
    private final Clock clock;

    Preassigning(
            AddressKeeping addresses,
            KeyLocks locks,
            PreassignmentTable table,
            CohortPlacement placement,
            Clock clock) {
        this.addresses = addresses;
        this.locks = locks;
        this.table = table;
        this.placement = placement;
        this.clock = clock;
    }

    /** Keeps them; an address waits for one cohort of a course run, the one that was said last. */
    @Transactional
    public void apply(List<Preassignment> commands) {
        if (commands.isEmpty()) {
            return;
        }
        Map<String, Identified> holders = addresses.apply(
                commands.stream().map(Preassignment::email).distinct().toList());
        locks.hold(CohortLocks.of(
                commands.stream().map(command -> command.cohort().courseKey()).toList()));
        Instant now = clock.instant();
        List<Preassignment> waiting = new ArrayList<>();
        List<Enter> came = new ArrayList<>();
        for (Preassignment command : commands) {
            Identified holder = holders.get(command.email());
            if (holder != null && holder.isActive()) {
                BusinessTime time = new BusinessTime.Asked(now, command.cause().id() + " came " + came.size());
                came.add(new Enter(holder.id(), command.cohort(), time, command.cause()));
            } else {
                waiting.add(command);
            }
        }
        table.keep(waiting);
        if (!came.isEmpty()) {
            placement.apply(came);
        }
    }
}
