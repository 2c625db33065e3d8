package org.laurel.completion;

import org.laurel.kit.test.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("org.laurel.completion");
    }
}
