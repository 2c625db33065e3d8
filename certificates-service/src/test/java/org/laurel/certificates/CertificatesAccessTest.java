package org.laurel.certificates;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.api.AccessMatrix;
import org.laurel.kit.test.api.Operation;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CertificatesAccessTest extends AccessMatrix {

    @Override
    protected Set<String> operationsForApplications() {
        return Set.of(
                "GET /api/certificates/v0/certificates/{username}",
                "GET /api/certificates/v0/certificates/{username}/courses/{course_id}");
    }

    /** Public ids are 32 hexadecimal digits without dashes. */
    @Override
    protected String pathValue(Operation.Parameter parameter) {
        boolean publicId =
                parameter.name().equals("verify_uuid") || parameter.name().equals("download_uuid");
        return publicId ? "0".repeat(32) : super.pathValue(parameter);
    }
}
