package org.laurel.completion.operation.http;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.operation.OperationsResource;
import org.laurel.kit.parked.ParkedEventReplay;
import org.laurel.kit.parked.ParkedEvents;
import org.laurel.kit.security.Caller;

/** What operators see and do in this service. */
@Path("/api/completion/ops")
@Tag(name = "Operations")
public class CompletionOperations extends OperationsResource {

    CompletionOperations(ParkedEvents parked, ParkedEventReplay replay, Jobs jobs, Caller caller) {
        super(parked, replay, jobs, caller);
    }
}
