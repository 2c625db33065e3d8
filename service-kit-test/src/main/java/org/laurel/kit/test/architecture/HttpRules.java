package org.laurel.kit.test.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** What every operation of the REST API declares. */
final class HttpRules {

    private static final Set<String> ACCESS = Set.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.DenyAll",
            "io.quarkus.security.Authenticated");
    private static final Set<String> CHANGING =
            Set.of("jakarta.ws.rs.POST", "jakarta.ws.rs.PUT", "jakarta.ws.rs.PATCH", "jakarta.ws.rs.DELETE");
    private static final Set<String> IDEMPOTENT = Set.of("org.laurel.kit.idempotency.Idempotent");

    private static final String RESPONSE = "jakarta.ws.rs.core.Response";

    private static final String APPLICATIONS = "org.laurel.kit.security.OpenToApplications";

    private HttpRules() {}

    static List<Rule> of(Layout layout) {
        return List.of(access(layout), idempotency(layout), answers(layout), applications(layout));
    }

    private static Rule access(Layout layout) {
        return Rule.of(
                "every operation declares who may call it",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(layout.all())
                        .and()
                        .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                        .should(carry("declare who may call them", ACCESS)),
                "an operation that nobody thought about must not be open");
    }

    private static Rule idempotency(Layout layout) {
        return Rule.of(
                "every changing operation honours the Idempotency-Key",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(layout.all())
                        .and(DescribedPredicate.describe("change something", method -> isAnnotated(method, CHANGING)))
                        .should(carry("be @Idempotent", IDEMPOTENT)),
                "a client that got no answer may always ask again");
    }

    private static Rule answers(Layout layout) {
        return Rule.of(
                "what honours the Idempotency-Key returns a Response",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(layout.all())
                        .and(DescribedPredicate.describe("are @Idempotent", method -> isAnnotated(method, IDEMPOTENT)))
                        .should()
                        .haveRawReturnType(RESPONSE)
                        .allowEmptyShould(true),
                "a kept answer has a status of its own, and with the header any other type fails");
    }

    private static Rule applications(Layout layout) {
        return Rule.of(
                "restricted applications only read",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(layout.all())
                        .and()
                        .areAnnotatedWith(APPLICATIONS)
                        .should(carry("read", Set.of("jakarta.ws.rs.GET")))
                        .allowEmptyShould(true),
                "an application is nobody: what it changed would be nobody's, and its Idempotency-Key that of all");
    }

    private static ArchCondition<JavaMethod> carry(String description, Set<String> annotations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean found = isAnnotated(method, annotations)
                        || annotations.stream().anyMatch(method.getOwner()::isAnnotatedWith);
                events.add(new SimpleConditionEvent(
                        method, found, method.getFullName() + " does not " + description + ": one of " + annotations));
            }
        };
    }

    private static boolean isAnnotated(JavaMethod method, Set<String> annotations) {
        return annotations.stream().anyMatch(method::isAnnotatedWith);
    }
}
