package org.laurel.enrollment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.api.AccessMatrix;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EnrollmentAccessTest extends AccessMatrix {

    @Override
    protected Set<String> operationsForApplications() {
        return Set.of(
                "GET /api/course_modes/v1/courses/{course_id}",
                "GET /api/course_modes/v1/courses/{course_id}/{mode_slug}");
    }
}
