package org.laurel.enrollment.operation.http;

import jakarta.ws.rs.Path;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.operation.OperationsResource;
import org.laurel.kit.parked.ParkedEventReplay;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.security.Caller;

/** What operators of this service see and do. */
@Path("/api/enrollment/ops")
public class EnrollmentOperations extends OperationsResource {

    EnrollmentOperations(ParkedEvents parked, ParkedEventReplay replay, Jobs jobs, Caller caller) {
        super(parked, replay, jobs, caller);
    }
}
