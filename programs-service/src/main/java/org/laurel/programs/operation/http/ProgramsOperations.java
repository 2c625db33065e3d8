package org.laurel.programs.operation.http;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.operation.Operations;
import org.laurel.kit.operation.OperationsResource;

/** What operators see and do in this service. */
@Path("/api/programs/ops")
@Tag(name = "Operations")
public class ProgramsOperations extends OperationsResource {

    ProgramsOperations(Operations operations) {
        super(operations);
    }
}
