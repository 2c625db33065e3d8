package org.laurel.kit.test.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Habits of the code, in services and in their tests. */
final class CodeRules {

    private static final Set<String> TEST_DOUBLES =
            Set.of("io.quarkus.test.InjectMock", "io.quarkus.test.junit.mockito.InjectSpy", "io.quarkus.test.Mock");

    private CodeRules() {}

    /** Rules for the code that is shipped. */
    static List<Rule> ofMain(Layout layout) {
        return List.of(names(layout), injection(layout));
    }

    /** Rules for tests as well. */
    static List<Rule> ofAll(Layout layout) {
        return List.of(mocks(layout), sleeping(layout));
    }

    private static Rule names(Layout layout) {
        return Rule.of(
                "no class is a Util, Helper, Manager or Impl",
                noClasses()
                        .that()
                        .resideInAPackage(layout.all())
                        .should()
                        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)"),
                "such a name says nothing about what the class is for");
    }

    private static Rule injection(Layout layout) {
        return Rule.of(
                "nothing is injected into fields",
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(layout.all())
                        .should()
                        .beAnnotatedWith("jakarta.inject.Inject")
                        .orShould()
                        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty"),
                "a constructor shows what a class needs, and a test can give it that");
    }

    private static Rule mocks(Layout layout) {
        DescribedPredicate<JavaClass> doubles = resideInAnyPackage(
                        "org.mockito..",
                        "org.easymock..",
                        "org.powermock..",
                        "mockit..",
                        "io.smallrye.reactive.messaging.memory..")
                .or(DescribedPredicate.describe(
                        "stand in for beans", type -> TEST_DOUBLES.contains(type.getFullName())));
        return Rule.of(
                "nothing is mocked",
                noClasses().that().resideInAPackage(layout.all()).should().dependOnClassesThat(doubles),
                "tests meet the real PostgreSQL and the real Kafka");
    }

    private static Rule sleeping(Layout layout) {
        return Rule.of(
                "nobody sleeps",
                noClasses()
                        .that()
                        .resideInAPackage(layout.all())
                        .should()
                        .accessTargetWhere(
                                DescribedPredicate.describe("it puts the thread to sleep", CodeRules::isSleep)),
                "waiting for a condition is faster and does not depend on the machine");
    }

    private static boolean isSleep(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return access.getTarget().getName().equals("sleep")
                && (owner.isEquivalentTo(Thread.class) || owner.isEquivalentTo(TimeUnit.class));
    }
}
