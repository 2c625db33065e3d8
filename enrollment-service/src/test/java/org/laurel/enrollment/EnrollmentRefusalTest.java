package org.laurel.enrollment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.api.Operation;
import org.laurel.kit.test.api.RefusalMatrix;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EnrollmentRefusalTest extends RefusalMatrix {

    /** What is imported is looked at before the rows. */
    @Override
    protected String query(Operation operation) {
        return operation.path().endsWith("/imports") ? "?kind=learners" : "";
    }
}
