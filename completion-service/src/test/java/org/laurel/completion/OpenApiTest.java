package org.laurel.completion;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.api.OpenApiContract;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class OpenApiTest extends OpenApiContract {}
