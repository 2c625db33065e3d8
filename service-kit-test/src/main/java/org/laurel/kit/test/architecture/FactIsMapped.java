package org.laurel.kit.test.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Some class implements the kit's mapping for the fact itself, or for a parent of it. */
final class FactIsMapped extends ArchCondition<JavaClass> {

    private static final String FACT = "org.laurel.kit.domain.DomainFact";
    private static final String MAPPING = "org.laurel.kit.outbox.FactMapping";

    FactIsMapped() {
        super("be covered by a FactMapping");
    }

    /** Facts that can happen: records and other concrete classes. */
    static DescribedPredicate<JavaClass> areFacts(String domain) {
        return DescribedPredicate.describe(
                "are domain facts",
                type -> type.isAssignableTo(FACT)
                        && JavaClass.Predicates.resideInAPackage(domain).test(type)
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    @Override
    public void check(JavaClass fact, ConditionEvents events) {
        boolean mapped = Stream.of(
                        Stream.of(fact), fact.getAllRawInterfaces().stream(), fact.getAllRawSuperclasses().stream())
                .flatMap(types -> types)
                .anyMatch(FactIsMapped::hasMapping);
        events.add(new SimpleConditionEvent(fact, mapped, "no FactMapping covers " + fact.getFullName()));
    }

    private static boolean hasMapping(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .flatMap(origin -> origin.getInterfaces().stream())
                .anyMatch(implemented -> isMappingOf(implemented, type));
    }

    private static boolean isMappingOf(JavaType implemented, JavaClass fact) {
        return implemented instanceof JavaParameterizedType generic
                && generic.toErasure().getFullName().equals(MAPPING)
                && generic.getActualTypeArguments().getFirst().toErasure().equals(fact);
    }
}
