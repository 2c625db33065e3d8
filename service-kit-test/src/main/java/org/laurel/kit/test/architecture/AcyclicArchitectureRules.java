package org.laurel.kit.test.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link ArchitectureRules} of a service whose features stand in an order: none uses one that uses it. */
public abstract class AcyclicArchitectureRules extends ArchitectureRules {

    private final String basePackage;

    protected AcyclicArchitectureRules(String basePackage) {
        super(basePackage);
        this.basePackage = basePackage;
    }

    /** As {@link ArchitectureRules#ArchitectureRules(String, List)}. */
    protected AcyclicArchitectureRules(String basePackage, List<String> libraries) {
        super(basePackage, libraries);
        this.basePackage = basePackage;
    }

    @Test
    void noFeatureUsesOneThatUsesIt() {
        slices().matching(basePackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(basePackage));
    }
}
