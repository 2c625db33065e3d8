package org.laurel.programs;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    private static final String BASE = "org.laurel.programs";

    ArchitectureTest() {
        super(BASE);
    }

    @Test
    void noFeatureUsesOneThatUsesIt() {
        slices().matching(BASE + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(BASE));
    }
}
