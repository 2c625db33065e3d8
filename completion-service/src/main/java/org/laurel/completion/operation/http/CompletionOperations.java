package org.laurel.completion.operation.http;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.operation.Operations;
import org.laurel.kit.operation.OperationsResource;

/** What operators see and do in this service. */
@Path("/api/completion/ops")
@Tag(name = "Operations")
public class CompletionOperations extends OperationsResource {

    CompletionOperations(Operations operations) {
        super(operations);
    }
}
