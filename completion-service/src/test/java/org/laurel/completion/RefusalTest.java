package org.laurel.completion;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.api.RefusalMatrix;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RefusalTest extends RefusalMatrix {}
