package org.laurel.bridge.person;

import org.laurel.bridge.BridgeTest;
import org.laurel.kit.test.erasure.RetirementContract;

@BridgeTest
class RetirementTest extends RetirementContract {

    RetirementTest() {
        super("4001");
    }
}
