package org.laurel.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.architecture.AcyclicArchitectureRules;

class ArchitectureTest extends AcyclicArchitectureRules {

    private static final String WIRE = "org.laurel.bridge.openedx";

    ArchitectureTest() {
        super("org.laurel.bridge", List.of(WIRE));
    }

    @Test
    void theOtherWireKnowsNothingOfLaurelsEvents() {
        noClasses()
                .that()
                .resideInAPackage(WIRE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.laurel.events..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(WIRE));
    }
}
