package org.laurel.kit.test.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** The one write path: a use case, one transaction, and the outbox. */
final class WriteRules {

    private static final Set<String> EMITTERS = Set.of(
            "org.eclipse.microprofile.reactive.messaging.Emitter",
            "org.eclipse.microprofile.reactive.messaging.Outgoing",
            "io.smallrye.reactive.messaging.MutinyEmitter",
            "io.smallrye.reactive.messaging.kafka.KafkaClientService");

    private WriteRules() {}

    static List<Rule> of(Layout layout) {
        return List.of(publishing(layout), transactions(layout), useCases(layout), facts(layout));
    }

    private static Rule publishing(Layout layout) {
        DescribedPredicate<JavaClass> publishers = resideInAnyPackage("org.apache.kafka.clients.producer..")
                .or(DescribedPredicate.describe("publish", type -> EMITTERS.contains(type.getFullName())));
        return Rule.of(
                "only the kit publishes to Kafka",
                noClasses().that().resideInAPackage(layout.all()).should().dependOnClassesThat(publishers),
                "an event is published if and only if its change commits, and only the outbox can promise that");
    }

    private static Rule transactions(Layout layout) {
        return Rule.of(
                "only app opens transactions",
                noClasses()
                        .that()
                        .resideInAPackage(layout.all())
                        .and()
                        .resideOutsideOfPackage(layout.app())
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("jakarta.transaction..", "io.quarkus.narayana.jta..")),
                "a use case is one transaction, neither half of one nor two");
    }

    private static Rule useCases(Layout layout) {
        return Rule.of(
                "a use case has one public method",
                classes()
                        .that()
                        .resideInAPackage(layout.app())
                        .and()
                        .areTopLevelClasses()
                        .and()
                        .areNotInterfaces()
                        .and()
                        .areNotRecords()
                        .and()
                        .areNotEnums()
                        .and()
                        .areNotAssignableTo(Throwable.class)
                        .should(new OnePublicMethod()),
                "a class that does one thing can be named after it");
    }

    private static Rule facts(Layout layout) {
        return Rule.of(
                "every domain fact has a mapping to an event",
                classes().that(FactIsMapped.areFacts(layout.domain())).should(new FactIsMapped()),
                "a fact that nobody hears of is a change that other services miss");
    }
}
