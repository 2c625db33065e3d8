package org.laurel.programs.configuration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is forgotten makes no difference, in whatever order the facts come. */
class DateFactPropertyTest {

    @Property
    void theSameFactCountsThoughOthersAreForgotten(@ForAll("facts") List<DateFact> arriving) {
        // Given
        List<DateFact> all = new ArrayList<>();
        List<DateFact> kept = new ArrayList<>();

        for (DateFact fact : arriving) {
            // When
            all.add(fact);
            kept.add(fact);
            kept.removeAll(DateFact.spent(kept));

            // Then
            assertThat(DateFact.counting(kept)).isEqualTo(DateFact.counting(all));
        }
    }

    @Property
    void notMoreIsKeptThanTheLastChangeAndWhatRepeatsIt(@ForAll("facts") List<DateFact> told) {
        // Given
        List<DateFact> kept = new ArrayList<>(told);

        // When
        kept.removeAll(DateFact.spent(told));

        // Then
        DateFact counting = DateFact.counting(told);
        assertThat(kept)
                .filteredOn(fact -> fact.order().compareTo(counting.order()) < 0)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(DateFact.spent(kept)).isEmpty();
    }

    @Provide
    Arbitrary<List<DateFact>> facts() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 60);
        Arbitrary<@Nullable Instant> dates =
                Arbitraries.of(Runs.at(500), Runs.at(600)).injectNull(0.3);
        return Combinators.combine(minutes, dates)
                .as(Runs::told)
                .list()
                .uniqueElements(fact -> fact.order().occurredAt())
                .ofMinSize(1)
                .ofMaxSize(25);
    }
}
