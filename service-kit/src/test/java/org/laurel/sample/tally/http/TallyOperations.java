package org.laurel.sample.tally.http;

import jakarta.ws.rs.Path;
import org.laurel.kit.operation.Operations;
import org.laurel.kit.operation.OperationsResource;

/** What operators see and do. */
@Path("/api/tally/ops")
public class TallyOperations extends OperationsResource {

    TallyOperations(Operations operations) {
        super(operations);
    }
}
