package org.laurel.kit.test.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** Domain code gives the same answer to the same question, always. */
final class PurityRules {

    private static final Set<String> IMPURE = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.System",
            "java.lang.System$Logger",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.security.SecureRandom",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Timer");

    private PurityRules() {}

    static List<Rule> of(Layout layout) {
        return List.of(classes(layout), calls(layout));
    }

    private static Rule classes(Layout layout) {
        DescribedPredicate<JavaClass> impure = resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.sql..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "java.util.random..")
                .or(DescribedPredicate.describe("are impure", type -> IMPURE.contains(type.getFullName())));
        return Rule.of(
                "domain has no clock, randomness, threads, input, output or logging",
                noClasses().that().resideInAPackage(layout.domain()).should().dependOnClassesThat(impure),
                "a decision must be the same when it is made again from the same facts");
    }

    private static Rule calls(Layout layout) {
        return Rule.of(
                "domain asks nobody for the time or a random value",
                noClasses()
                        .that()
                        .resideInAPackage(layout.domain())
                        .should()
                        .accessTargetWhere(
                                DescribedPredicate.describe("it reads the clock or chance", PurityRules::impure)),
                "time and ids come in as arguments");
    }

    private static boolean impure(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        return switch (access.getTarget().getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "random" -> owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
            case "randomUUID" -> owner.equals("java.util.UUID");
            default -> false;
        };
    }
}
