package org.laurel.kit.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** Which leaf of a feature may use which. */
final class LayerRules {

    private static final String KEYS = "org.laurel.events.key..";

    private LayerRules() {}

    static List<Rule> of(Layout layout) {
        return List.of(
                features(layout),
                domain(layout),
                app(layout),
                db(layout),
                http(layout),
                kafka(layout),
                wireEvents(layout),
                otherServices(layout));
    }

    private static Rule features(Layout layout) {
        return Rule.of(
                "every class lies in a leaf of a feature",
                classes()
                        .that()
                        .resideInAPackage(layout.all())
                        .and()
                        .resideOutsideOfPackage(layout.base())
                        .and()
                        .doNotHaveSimpleName("package-info")
                        .should()
                        .resideInAnyPackage(layout.leaves()),
                "a reader finds a feature's rules, use cases, tables, resources and events under the same five names");
    }

    private static Rule domain(Layout layout) {
        return Rule.of(
                "domain uses only the JDK, keys and other domain values",
                classes()
                        .that()
                        .resideInAPackage(layout.domain())
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..", "org.jspecify..", KEYS, "org.laurel.kit.domain..", layout.domain()),
                "rules are tested without any framework, in milliseconds");
    }

    private static Rule app(Layout layout) {
        return independent("app uses neither http nor kafka", layout.app(), layout.http(), layout.kafka());
    }

    private static Rule db(Layout layout) {
        return independent("db uses only domain", layout.db(), layout.app(), layout.http(), layout.kafka());
    }

    private static Rule kafka(Layout layout) {
        return independent("kafka uses neither http nor db", layout.kafka(), layout.http(), layout.db());
    }

    private static Rule http(Layout layout) {
        DescribedPredicate<JavaClass> tables = resideInAPackage(layout.db()).and(not(Layout.areQueries()));
        return Rule.of(
                "http uses neither kafka nor db, except query classes",
                noClasses()
                        .that()
                        .resideInAPackage(layout.http())
                        .should()
                        .dependOnClassesThat(tables.or(resideInAPackage(layout.kafka()))),
                "every write goes through app; only reads may take the short way");
    }

    private static Rule wireEvents(Layout layout) {
        return Rule.of(
                "only kafka knows wire events",
                noClasses()
                        .that()
                        .resideInAPackage(layout.all())
                        .and()
                        .resideOutsideOfPackage(layout.kafka())
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("org.laurel.events..").and(not(resideInAPackage(KEYS)))),
                "a new version of an event must not reach the rules");
    }

    private static Rule otherServices(Layout layout) {
        return Rule.of(
                "no service uses another one",
                noClasses()
                        .that()
                        .resideInAPackage(layout.all())
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.laurel..")
                                .and(not(resideInAnyPackage(layout.all(), "org.laurel.kit..", "org.laurel.events..")))),
                "services share events and nothing else");
    }

    private static Rule independent(String name, String leaf, String... others) {
        return Rule.of(
                name,
                noClasses()
                        .that()
                        .resideInAPackage(leaf)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others),
                "adapters are replaced one at a time");
    }
}
