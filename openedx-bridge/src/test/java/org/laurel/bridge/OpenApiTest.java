package org.laurel.bridge;

import org.laurel.kit.test.api.OpenApiContract;

@BridgeTest
class OpenApiTest extends OpenApiContract {}
