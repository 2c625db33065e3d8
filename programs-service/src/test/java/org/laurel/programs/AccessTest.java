package org.laurel.programs;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.api.AccessMatrix;

/** No operation of this service is public. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AccessTest extends AccessMatrix {}
