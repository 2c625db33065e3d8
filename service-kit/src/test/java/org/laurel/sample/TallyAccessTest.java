package org.laurel.sample;

import java.util.Set;
import org.laurel.kit.test.api.AccessMatrix;

@KitTest
class TallyAccessTest extends AccessMatrix {

    @Override
    protected Set<String> operationsForApplications() {
        return Set.of("GET /api/tally/v1/granted");
    }

    @Override
    protected Set<String> publicOperations() {
        return Set.of(
                "GET /api/tally/v1/anybody",
                "GET /api/tally/v1/learners",
                "GET /api/tally/v1/learners/double",
                "GET /api/tally/v1/learners/{id}");
    }
}
