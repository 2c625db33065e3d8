package org.laurel.programs.configuration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.configuration.domain.CertificateType.HONOR;
import static org.laurel.programs.configuration.domain.CertificateType.VERIFIED;
import static org.laurel.programs.configuration.domain.Runs.NOW;
import static org.laurel.programs.configuration.domain.Runs.RUN;
import static org.laurel.programs.configuration.domain.Runs.all;
import static org.laurel.programs.configuration.domain.Runs.at;
import static org.laurel.programs.configuration.domain.Runs.set;
import static org.laurel.programs.configuration.domain.Runs.told;
import static org.laurel.programs.configuration.domain.Runs.undated;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.programs.configuration.domain.DateMove.Moved;
import org.laurel.programs.configuration.domain.DateMove.Unchanged;
import org.laurel.programs.configuration.domain.DateMove.Undecided;

/** Source: programs, update of the configuration's available date, with scenario 26. */
class DateMoveTest {

    @Test
    void theOnlyModeThatIsCertifiedGetsAConfiguration() {
        // When
        DateMove move = decide(told(5, at(500)), List.of("audit", "verified"), CourseCertificates.NONE);

        // Then
        CourseCertificate made = ((Moved) move).after();
        assertThat(((Moved) move).before()).isNull();
        assertThat(made.type()).isEqualTo(VERIFIED);
        assertThat(made.isActive()).isTrue();
        assertThat(made.availableDate()).isEqualTo(at(500));
        assertThat(made.version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "verified professional, professional verified",
        "honor verified, honor verified",
        "audit, ''",
        "'', ''",
        "credit, credit",
        "paid-executive-education audit, paid-executive-education",
    })
    void otherwiseEverythingStays(String modes, String certified) {
        // When
        DateMove move = decide(told(5, at(500)), words(modes), all(set(1, VERIFIED, 1, at(100))));

        // Then
        assertThat(move).isEqualTo(new Undecided(words(certified)));
    }

    @Test
    void oneModeInTwoCurrenciesIsOne() {
        assertThat(decide(told(5, null), List.of("verified", "verified"), CourseCertificates.NONE))
                .isInstanceOf(Moved.class);
    }

    @Test
    void movesAndActivatesTheConfigurationOfTheMode() {
        // Given
        CourseCertificates stored = all(undated(1, HONOR, true), undated(2, VERIFIED, false));

        // When
        Moved move = (Moved) decide(told(5, at(500)), List.of("verified"), stored);

        // Then
        assertThat(move.after().id()).isEqualTo(2);
        assertThat(move.after().isActive()).isTrue();
        assertThat(move.after().version()).isEqualTo(2);
    }

    @Test
    void aDateOfBeforeDoesNotMoveWhatWasSetSince() {
        assertThat(decide(told(5, at(500)), List.of("verified"), all(set(1, VERIFIED, 6, null))))
                .isEqualTo(new Unchanged());
        assertThat(decide(told(5, at(500)), List.of("verified"), all(told(1, VERIFIED, 5, at(500)))))
                .isEqualTo(new Unchanged());
    }

    /** Business time decides: order and repetition make no difference. */
    @Property
    void whatCountsOfAllThatWasToldMovesTheConfiguration(@ForAll("facts") List<DateFact> arriving) {
        // Given
        List<DateFact> known = new ArrayList<>();
        CourseCertificates stored = CourseCertificates.NONE;

        // When
        for (DateFact fact : arriving) {
            known.add(fact);
            if (decide(DateFact.counting(known), List.of("verified"), stored) instanceof Moved moved) {
                stored = stored.with(moved.after());
            }
        }

        // Then
        DateFact counting = DateFact.counting(arriving);
        assertThat(stored.all()).hasSize(1);
        assertThat(stored.main()).map(CourseCertificate::dated).contains(counting.order());
        assertThat(stored.main().orElseThrow().availableDate()).isEqualTo(counting.date());
    }

    @Test
    void theDateThatCountsMayHaveBeenToldEarlierThanWasKnown() {
        // When
        DateMove move = decide(told(3, at(500)), List.of("verified"), all(told(1, VERIFIED, 5, at(500))));

        // Then
        assertThat(((Moved) move).after().dated()).isEqualTo(told(3, null).order());
    }

    @Test
    void whatWasSetCountsAgainWhenItTurnsOutToBeNewer() {
        // Given a date that was set at 4, and one told at 5 that is known to repeat what was told at 3 only when that
        // arrives
        CourseCertificates stored = all(set(1, VERIFIED, 4, at(900)));
        stored = stored.with(((Moved) decide(told(5, at(500)), List.of("verified"), stored)).after());

        // When
        DateMove move = decide(told(3, at(500)), List.of("verified"), stored);

        // Then
        assertThat(((Moved) move).after().availableDate()).isEqualTo(at(900));
    }

    /** Whatever was told in whatever order, the configuration shows the newer of what counts and of what was set. */
    @Property
    void theNewerOfWhatWasToldAndWhatWasSetCounts(
            @ForAll("facts") List<DateFact> arriving, @ForAll @IntRange(min = 0, max = 5) int minute) {
        // Given
        DateFact set = DateFact.set(RUN, at(900), at(minute), "request");
        CourseCertificates stored = all(undated(1, VERIFIED, true).setTo(set));
        List<DateFact> known = new ArrayList<>();

        // When
        for (DateFact fact : arriving) {
            known.add(fact);
            if (decide(DateFact.counting(known), List.of("verified"), stored) instanceof Moved moved) {
                stored = stored.with(moved.after());
            }
        }

        // Then
        DateFact counting = DateFact.counting(arriving);
        DateFact newer = set.order().isAfter(counting.order()) ? set : counting;
        assertThat(stored.main()).map(CourseCertificate::dated).contains(newer.order());
        assertThat(stored.main().orElseThrow().availableDate()).isEqualTo(newer.date());
    }

    @Provide
    Arbitrary<List<DateFact>> facts() {
        Arbitrary<DateFact> fact = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(100, 103).injectNull(0.3))
                .as((minute, date) -> told(minute, date == null ? null : at(date)));
        return fact.list().ofMinSize(1).ofMaxSize(6).uniqueElements(DateFact::order);
    }

    private static DateMove decide(DateFact fact, List<String> modes, CourseCertificates stored) {
        return DateMove.decide(fact, modes, stored, 7, NOW);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
