package org.laurel.kit.operation;

import jakarta.inject.Singleton;
import org.laurel.kit.job.JobProgress;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.parked.ParkedEventReplay;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.security.Caller;

/** What an {@link OperationsResource} works with; a service hands it through and needs not know its parts. */
@Singleton
public class Operations {

    private final ParkedEvents parked;
    private final ParkedEventReplay replay;
    private final Jobs jobs;
    private final JobProgress progress;
    private final Caller caller;

    Operations(ParkedEvents parked, ParkedEventReplay replay, Jobs jobs, JobProgress progress, Caller caller) {
        this.parked = parked;
        this.replay = replay;
        this.jobs = jobs;
        this.progress = progress;
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

    Caller caller() {
        return caller;
    }
}
