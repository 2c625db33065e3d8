package org.laurel.certificates;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.api.Operation;
import org.laurel.kit.test.api.RefusalMatrix;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CertificatesRefusalTest extends RefusalMatrix {

    /** A text that no template can hold is found in none. */
    @Override
    protected Set<String> operationsThatTakeAnyShape() {
        return Set.of("POST /api/certificates/v1/templates:replace");
    }

    /** Public ids are 32 hexadecimal digits without dashes. */
    @Override
    protected String pathValue(Operation.Parameter parameter) {
        boolean publicId =
                parameter.name().equals("verify_uuid") || parameter.name().equals("download_uuid");
        return publicId ? "0".repeat(32) : super.pathValue(parameter);
    }
}
