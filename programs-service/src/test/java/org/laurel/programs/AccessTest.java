package org.laurel.programs;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.api.AccessMatrix;

/** Public are pages that anybody may see. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AccessTest extends AccessMatrix {}
