package org.laurel.kit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class FactOrderTest {

    private static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void anyOrderOfArrivalSortsTheSame(@ForAll("facts") @Size(max = 20) List<FactOrder> facts, @ForAll Random random) {
        // Given
        List<FactOrder> arrived = new ArrayList<>(facts);
        Collections.shuffle(arrived, random);

        // When
        List<FactOrder> sorted = arrived.stream().sorted().toList();

        // Then
        assertThat(sorted).isEqualTo(facts.stream().sorted().toList());
    }

    @Property
    void onlyTheSameFactIsEqual(@ForAll("fact") FactOrder one, @ForAll("fact") FactOrder other) {
        // Given
        boolean same = one.equals(other);

        // When
        int order = one.compareTo(other);

        // Then
        assertThat(order == 0).isEqualTo(same);
        assertThat(Integer.signum(order)).isEqualTo(-Integer.signum(other.compareTo(one)));
        assertThat(one.isAfter(other)).isEqualTo(order > 0);
    }

    @Property
    void timeBeatsSequenceBeatsKindBeatsSource(@ForAll("fact") FactOrder one, @ForAll("fact") FactOrder other) {
        // Given
        int byTime = one.occurredAt().compareTo(other.occurredAt());
        int bySequence = Long.compare(one.sequence(), other.sequence());

        // When
        int order = one.compareTo(other);

        // Then
        if (byTime != 0) {
            assertThat(Integer.signum(order)).isEqualTo(Integer.signum(byTime));
        } else if (bySequence != 0) {
            assertThat(Integer.signum(order)).isEqualTo(Integer.signum(bySequence));
        } else if (one.kind() != other.kind()) {
            assertThat(Integer.signum(order)).isEqualTo(Integer.signum(one.kind() - other.kind()));
        }
    }

    @Property
    void timesAreCutToWhatTheDatabaseKeeps(@ForAll("fact") FactOrder fact) {
        // Given
        Instant finer = fact.occurredAt().plusNanos(999);

        // When
        FactOrder same = new FactOrder(finer, fact.sequence(), fact.kind(), fact.source(), fact.id());

        // Then
        assertThat(same).isEqualTo(fact);
    }

    @Provide
    Arbitrary<List<FactOrder>> facts() {
        return fact().list();
    }

    /** Few values of each part, so that they often coincide. */
    @Provide
    Arbitrary<FactOrder> fact() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 2).map(BASE::plusSeconds),
                        Arbitraries.longs().between(FactOrder.NO_SEQUENCE, 1),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of("/a", "/b"),
                        Arbitraries.of("1", "2"))
                .as(FactOrder::new);
    }
}
