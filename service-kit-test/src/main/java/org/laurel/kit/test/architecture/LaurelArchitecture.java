package org.laurel.kit.test.architecture;

import java.util.List;
import java.util.stream.Stream;

/** All architecture rules of Laurel's services. */
public final class LaurelArchitecture {

    private LaurelArchitecture() {}

    /**
     * The rules for the code that a service ships.
     *
     * @param basePackage the service's base package, for example {@code org.laurel.certificates}
     */
    public static List<Rule> rules(String basePackage) {
        Layout layout = new Layout(basePackage);
        return Stream.of(
                        LayerRules.of(layout),
                        PurityRules.of(layout),
                        WriteRules.of(layout),
                        HttpRules.of(layout),
                        CodeRules.ofMain(layout))
                .flatMap(List::stream)
                .toList();
    }

    /** The rules that a service's tests keep as well. */
    public static List<Rule> rulesForTestsToo(String basePackage) {
        return CodeRules.ofAll(new Layout(basePackage));
    }
}
