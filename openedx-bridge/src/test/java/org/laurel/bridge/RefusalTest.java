package org.laurel.bridge;

import org.laurel.kit.test.api.RefusalMatrix;

@BridgeTest
class RefusalTest extends RefusalMatrix {}
