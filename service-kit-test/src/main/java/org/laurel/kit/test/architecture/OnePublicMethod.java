package org.laurel.kit.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** At most one public method of a class's own; methods that its supertypes ask for do not count. */
final class OnePublicMethod extends ArchCondition<JavaClass> {

    OnePublicMethod() {
        super("have at most one public method");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        List<String> own = type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> !isInherited(type, method))
                .map(JavaMethod::getName)
                .sorted()
                .toList();
        boolean satisfied = own.size() <= 1;
        events.add(new SimpleConditionEvent(type, satisfied, type.getFullName() + " has the public methods " + own));
    }

    private static boolean isInherited(JavaClass type, JavaMethod method) {
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(parent -> parent.getMethods().stream())
                .anyMatch(other -> other.getName().equals(method.getName())
                        && other.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size());
    }
}
