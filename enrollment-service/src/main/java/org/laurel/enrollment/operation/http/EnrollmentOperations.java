package org.laurel.enrollment.operation.http;

import jakarta.ws.rs.Path;
import org.laurel.kit.operation.Operations;
import org.laurel.kit.operation.OperationsResource;

/** What operators of this service see and do. */
@Path("/api/enrollment/ops")
public class EnrollmentOperations extends OperationsResource {

    EnrollmentOperations(Operations operations) {
        super(operations);
    }
}
