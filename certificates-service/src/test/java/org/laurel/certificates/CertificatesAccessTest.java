package org.laurel.certificates;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.api.AccessMatrix;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CertificatesAccessTest extends AccessMatrix {}
