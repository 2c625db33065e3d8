package org.laurel.sample.tally.http;

import jakarta.ws.rs.Path;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.operation.OperationsResource;
import org.laurel.kit.parked.ParkedEventReplay;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.security.Caller;

/** What operators see and do. */
@Path("/api/tally/ops")
public class TallyOperations extends OperationsResource {

    TallyOperations(ParkedEvents parked, ParkedEventReplay replay, Jobs jobs, Caller caller) {
        super(parked, replay, jobs, caller);
    }
}
