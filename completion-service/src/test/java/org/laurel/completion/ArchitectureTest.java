package org.laurel.completion;

import org.laurel.kit.test.architecture.AcyclicArchitectureRules;

class ArchitectureTest extends AcyclicArchitectureRules {

    ArchitectureTest() {
        super("org.laurel.completion");
    }
}
