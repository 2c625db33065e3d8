package org.laurel.kit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The kit knows plumbing and no business. */
class KitArchitectureTest {

    private static final String KIT = "org.laurel.kit..";
    private static final String BUSINESS =
            ".*(Certificate|Course|Enrollment|Program|Grade|Credential|Completion|Cohort|Allowlist).*";

    @TestFactory
    Stream<DynamicTest> keepsItsRules() {
        JavaClasses kit = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("service-kit-test"))
                .importPackages("org.laurel.kit");
        return Stream.of(
                        noBusinessClasses(),
                        noBusinessMethods(),
                        envelopeOnly(),
                        oneProducer(),
                        pureDomain(),
                        constructorInjection(),
                        awaitsInsteadOfSleeping(),
                        names())
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(kit)));
    }

    private static ArchRule noBusinessClasses() {
        return noClasses().should().haveNameMatching(BUSINESS).as("no class of the kit has a business name");
    }

    private static ArchRule noBusinessMethods() {
        return noMethods().should().haveNameMatching(BUSINESS).as("no method of the kit has a business name");
    }

    private static ArchRule envelopeOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.laurel.kit.retirement..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.laurel.events.*..").and(not(resideInAPackage("org.laurel.events.key.."))))
                .as("the kit knows the envelope of events, ids, and no bodies but those of retirement");
    }

    private static ArchRule oneProducer() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.laurel.kit.outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.producer..")
                .as("only the outbox publishes");
    }

    private static ArchRule pureDomain() {
        return classes()
                .that()
                .resideInAPackage("org.laurel.kit.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.laurel.kit.domain..")
                .as("what domain code may use is pure");
    }

    private static ArchRule constructorInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .as("nothing is injected into fields");
    }

    private static ArchRule awaitsInsteadOfSleeping() {
        return noClasses()
                .that()
                .resideInAPackage(KIT)
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .as("nobody sleeps");
    }

    private static ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .as("names say what a class is for");
    }
}
