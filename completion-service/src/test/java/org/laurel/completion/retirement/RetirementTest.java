package org.laurel.completion.retirement;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.erasure.RetirementContract;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RetirementTest extends RetirementContract {}
