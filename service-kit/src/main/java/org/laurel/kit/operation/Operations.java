package org.laurel.kit.operation;

import jakarta.inject.Singleton;
import org.laurel.kit.brake.Brake;
import org.laurel.kit.consume.ConsumerReports;
import org.laurel.kit.consume.ConsumptionHold;
import org.laurel.kit.flow.Flow;
import org.laurel.kit.job.JobProgress;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.outbox.OutboxLook;
import org.laurel.kit.parked.ParkedEventReplay;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.reconcile.Reconciliation;
import org.laurel.kit.security.Caller;

/** What an {@link OperationsResource} works with; a service hands it through and needs not know its parts. */
@Singleton
public class Operations {

    private final ParkedEvents parked;
    private final ParkedEventReplay replay;
    private final Jobs jobs;
    private final JobProgress progress;
    private final ConsumerReports consumers;
    private final ConsumptionHold consumption;
    private final Brake brake;
    private final OutboxLook outbox;
    private final Flow flow;
    private final Reconciliation reconciliation;
    private final Caller caller;

    Operations(
            ParkedEvents parked,
            ParkedEventReplay replay,
            Jobs jobs,
            JobProgress progress,
            ConsumerReports consumers,
            ConsumptionHold consumption,
            Brake brake,
            OutboxLook outbox,
            Flow flow,
            Reconciliation reconciliation,
            Caller caller) {
        this.parked = parked;
        this.replay = replay;
        this.jobs = jobs;
        this.progress = progress;
        this.consumers = consumers;
        this.consumption = consumption;
        this.brake = brake;
        this.outbox = outbox;
        this.flow = flow;
        this.reconciliation = reconciliation;
        this.caller = caller;
    }

    ParkedEvents parked() {
        return parked;
    }

    ParkedEventReplay replay() {
        return replay;
    }

    Jobs jobs() {
        return jobs;
    }

    JobProgress progress() {
        return progress;
    }

    ConsumerReports consumers() {
        return consumers;
    }

    ConsumptionHold consumption() {
        return consumption;
    }

    Brake brake() {
        return brake;
    }

    OutboxLook outbox() {
        return outbox;
    }

    Flow flow() {
        return flow;
    }

    Reconciliation reconciliation() {
        return reconciliation;
    }

    Caller caller() {
        return caller;
    }
}
