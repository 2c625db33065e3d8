package org.laurel.completion;

import io.quarkus.test.junit.QuarkusTest;
import org.laurel.kit.test.api.AccessMatrix;

@QuarkusTest
class AccessTest extends AccessMatrix {}
