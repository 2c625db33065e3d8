package org.laurel.bridge.operation.http;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.operation.Operations;
import org.laurel.kit.operation.OperationsResource;

/** What operators see and do in this service. */
@Path("/api/openedx/ops")
@Tag(name = "Operations")
public class BridgeOperations extends OperationsResource {

    BridgeOperations(Operations operations) {
        super(operations);
    }
}
