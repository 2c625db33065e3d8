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
    private final List<String> libraries;

    protected ArchitectureRules(String basePackage) {
        this(basePackage, List.of());
    }

    /**
     * Of a service that carries libraries of its own.
     *
     * @param libraries packages below the base that are no features and know nothing of the service
     */
    protected ArchitectureRules(String basePackage, List<String> libraries) {
        this.basePackage = basePackage;
        this.libraries = libraries;
    }

    @TestFactory
    Stream<DynamicTest> keepsTheRulesForShippedCode() {
        JavaClasses shipped = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> libraries.stream().noneMatch(name -> location.contains(folder(name))))
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

    private static String folder(String packageName) {
        return "/" + packageName.replace('.', '/') + "/";
    }

    private Stream<DynamicTest> tests(List<Rule> rules, JavaClasses classes) {
        assertThat(classes).as("classes in %s", basePackage).isNotEmpty();
        return rules.stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.name(), () -> rule.check().check(classes)));
    }
}
