package org.laurel.kit.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks a service's architecture. A service has one subclass:
 *
 * <pre>{@code
 * class ArchitectureTest extends ArchitectureRules {
 *     ArchitectureTest() {
 *         super("org.laurel.certificates");
 *     }
 * }
 * }</pre>
 */
public abstract class ArchitectureRules {

    private final String basePackage;

    protected ArchitectureRules(String basePackage) {
        this.basePackage = basePackage;
    }

    @TestFactory
    Stream<DynamicTest> keepsTheRulesForShippedCode() {
        JavaClasses shipped = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage);
        return tests(LaurelArchitecture.rules(basePackage), shipped);
    }

    @TestFactory
    Stream<DynamicTest> keepsTheRulesForAllCode() {
        JavaClasses all = new ClassFileImporter().importPackages(basePackage);
        return tests(LaurelArchitecture.rulesForTestsToo(basePackage), all);
    }

    /** Lombok leaves no trace in class files, so that only the class path can tell. */
    @Test
    void doesWithoutLombok() {
        assertThatThrownBy(() -> Class.forName("lombok.Getter")).isInstanceOf(ClassNotFoundException.class);
    }

    private Stream<DynamicTest> tests(List<Rule> rules, JavaClasses classes) {
        assertThat(classes).as("classes in %s", basePackage).isNotEmpty();
        return rules.stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.name(), () -> rule.check().check(classes)));
    }
}
