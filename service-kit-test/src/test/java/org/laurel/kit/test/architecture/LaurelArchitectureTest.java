package org.laurel.kit.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LaurelArchitectureTest {

    private static final String GOOD = "org.laurel.sample.good";
    private static final String BAD = "org.laurel.sample.bad";
    private static final JavaClasses GOOD_CLASSES = new ClassFileImporter().importPackages(GOOD);
    private static final JavaClasses BAD_CLASSES = new ClassFileImporter().importPackages(BAD);

    /** For every rule the example classes that break it, and no others do. */
    private static final Map<String, Set<String>> CULPRITS = Map.ofEntries(
            Map.entry("every class lies in a leaf of a feature", Set.of("Stray")),
            Map.entry("domain uses only the JDK, keys and other domain values", Set.of("FrameworkValue")),
            Map.entry("app uses neither http nor kafka", Set.of("KnowsResource")),
            Map.entry("db uses only domain", Set.of("KnowsUseCase")),
            Map.entry("http uses neither kafka nor db, except query classes", Set.of("WritesTable")),
            Map.entry("kafka uses neither http nor db", Set.of("KnowsTable")),
            Map.entry("only kafka knows wire events", Set.of("KnowsWire")),
            Map.entry("no service uses another one", Set.of("KnowsOtherService")),
            Map.entry("domain has no clock, randomness, threads, input, output or logging", Set.of("Draw")),
            Map.entry("domain asks nobody for the time or a random value", Set.of("Stamp", "Ticket")),
            Map.entry("only the kit publishes to Kafka", Set.of("Publishes")),
            Map.entry("only app opens transactions", Set.of("OpensTransaction")),
            Map.entry("a use case has one public method", Set.of("DoesTwoThings")),
            Map.entry("every domain fact has a mapping to an event", Set.of("UnmappedFact")),
            Map.entry("every operation declares who may call it", Set.of("OpenResource")),
            Map.entry("every changing operation honours the Idempotency-Key", Set.of("RepeatingResource")),
            Map.entry("what honours the Idempotency-Key returns a Response", Set.of("PlainAnswerResource")),
            Map.entry("restricted applications only read", Set.of("ApplicationsResource")),
            Map.entry("no class is a Util, Helper, Manager or Impl", Set.of("GradeHelper")),
            Map.entry("nothing is injected into fields", Set.of("InjectedField")),
            Map.entry("nothing is mocked", Set.of("Mocks")),
            Map.entry("nobody sleeps", Set.of("Sleeps")));

    static Stream<String> ruleNames() {
        return rules(GOOD).map(Rule::name);
    }

    @ParameterizedTest
    @MethodSource("ruleNames")
    void acceptsAGoodService(String name) {
        // Given
        Rule rule = rule(GOOD, name);

        // When
        EvaluationResult result = rule.check().evaluate(GOOD_CLASSES);

        // Then
        assertThat(result.getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ruleNames")
    void findsExactlyTheClassesThatBreakTheRule(String name) {
        // Given
        Rule rule = rule(BAD, name);

        // When
        List<String> details =
                rule.check().evaluate(BAD_CLASSES).getFailureReport().getDetails();

        // Then
        assertThat(culprits(details)).isEqualTo(CULPRITS.get(name));
    }

    @Test
    void hasAnExampleForEachRule() {
        assertThat(ruleNames()).containsExactlyInAnyOrderElementsOf(CULPRITS.keySet());
    }

    /** Of each violation the example class that is named first, which is the one to blame. */
    private static Set<String> culprits(List<String> details) {
        Set<String> known = new TreeSet<>();
        for (String detail : details) {
            String name = detail.replaceFirst("(?s)^.*?" + BAD.replace(".", "\\.") + "[a-z.]*\\.([A-Z]\\w*).*$", "$1");
            known.add(name);
        }
        return known;
    }

    private static Rule rule(String base, String name) {
        return rules(base).filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
    }

    private static Stream<Rule> rules(String base) {
        return Stream.concat(
                LaurelArchitecture.rules(base).stream(), LaurelArchitecture.rulesForTestsToo(base).stream());
    }
}
