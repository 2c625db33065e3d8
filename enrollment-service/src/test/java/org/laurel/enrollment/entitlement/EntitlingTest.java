package org.laurel.enrollment.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.entitlement.app.Entitling;
import org.laurel.enrollment.entitlement.domain.EntitlementCommand.Grant;
import org.laurel.enrollment.entitlement.domain.EntitlementKey;
import org.laurel.enrollment.entitlement.domain.EntitlementOutcome;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.measuring.StatementCount;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EntitlingTest {

    private final Scene scene = new Scene();
    private final Entitling entitling;
    private final StatementCount statements;

    EntitlingTest(Entitling entitling, StatementCount statements) {
        this.entitling = entitling;
        this.statements = statements;
    }

    @Test
    void takesNoMoreStatementsForManyThanForOne() {
        // Given
        scene.register("ada");
        List<Grant> one = grants(1, "ada");
        List<Grant> many = grants(40, "ada");
        long forOne = statements.during(() -> entitling.apply(one));

        // When
        long forMany = statements.during(() -> entitling.apply(many));

        // Then
        assertThat(forMany).isEqualTo(forOne);
    }

    @Test
    void refusesOneWithoutCostingTheOthers() {
        // Given
        scene.register("ada");
        List<Grant> commands = List.of(
                grants(1, "ada").getFirst(),
                grants(1, "nobody").getFirst(),
                grants(1, "ada").getFirst());

        // When
        List<EntitlementOutcome> outcomes = entitling.apply(commands);

        // Then
        assertThat(outcomes)
                .hasExactlyElementsOfTypes(
                        EntitlementOutcome.Changed.class,
                        EntitlementOutcome.Refused.class,
                        EntitlementOutcome.Changed.class);
    }

    private List<Grant> grants(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Grant(
                        UUID.randomUUID(),
                        new EntitlementKey(new LearnerId(scene.id(name)), UUID.randomUUID()),
                        new EntitlementTerms("verified", null, null, null),
                        Instant.parse("2026-03-01T12:00:00Z"),
                        Cause.of("staff", "bulk")))
                .toList();
    }
}
