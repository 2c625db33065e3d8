package org.laurel.enrollment.fact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.kit.domain.FactOrder;

class BusinessTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aRequestComesAfterAFactOfAProducerWhoseClockIsAhead() {
        // Given
        FactOrder ahead = new FactOrder(NOON.plusSeconds(60), 7, 2, "/platform", "e1");

        // When
        FactOrder place = new BusinessTime.Asked(NOON, "r1").placeAfter(ahead);

        // Then
        assertThat(place).isGreaterThan(ahead);
        assertThat(place.occurredAt()).isEqualTo(ahead.occurredAt());
    }

    @Test
    void aRequestHasItsOwnTimeWhenThatIsTheNewest() {
        // Given
        FactOrder earlier = new FactOrder(NOON.minusSeconds(60), 7, 2, "/platform", "e1");

        // When
        FactOrder place = new BusinessTime.Asked(NOON.plusNanos(1), "r1").placeAfter(earlier);

        // Then
        assertThat(place.occurredAt()).isEqualTo(NOON);
    }

    @Test
    void aDatedRequestLosesAgainstLaterFactsAndBeatsThoseOfItsTime() {
        // Given
        BusinessTime dated = new BusinessTime.Dated(NOON, "r1");
        FactOrder later = new FactOrder(NOON.plusSeconds(1), FactOrder.NO_SEQUENCE, 3, "/enrollment", "r0");
        FactOrder same = new FactOrder(NOON, 4, 3, "/enrollment", "z");

        // When
        FactOrder place = dated.placeAfter(later);

        // Then
        assertThat(place).isLessThan(later);
        assertThat(dated.placeAfter(same)).isGreaterThan(same);
    }
}
