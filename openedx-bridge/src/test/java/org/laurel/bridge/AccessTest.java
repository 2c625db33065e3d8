package org.laurel.bridge;

import org.laurel.kit.test.api.AccessMatrix;

/** Operators alone have anything to do here. */
@BridgeTest
class AccessTest extends AccessMatrix {}
