package org.laurel.programs;

import org.laurel.kit.test.architecture.AcyclicArchitectureRules;

class ArchitectureTest extends AcyclicArchitectureRules {

    ArchitectureTest() {
        super("org.laurel.programs");
    }
}
