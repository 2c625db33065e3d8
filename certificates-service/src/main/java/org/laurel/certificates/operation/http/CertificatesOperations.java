package org.laurel.certificates.operation.http;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.kit.operation.Operations;
import org.laurel.kit.operation.OperationsResource;

/** What operators see and do in this service. */
@Path("/api/certificates/ops")
@Tag(name = "Operations")
public class CertificatesOperations extends OperationsResource {

    CertificatesOperations(Operations operations) {
        super(operations);
    }
}
