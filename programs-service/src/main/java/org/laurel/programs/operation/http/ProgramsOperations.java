package org.laurel.programs.operation.http;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.operation.OperationsResource;
import org.laurel.kit.parked.ParkedEventReplay;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.security.Caller;

/** What operators see and do in this service. */
@Path("/api/programs/ops")
@Tag(name = "Operations")
public class ProgramsOperations extends OperationsResource {

    ProgramsOperations(ParkedEvents parked, ParkedEventReplay replay, Jobs jobs, Caller caller) {
        super(parked, replay, jobs, caller);
    }
}
