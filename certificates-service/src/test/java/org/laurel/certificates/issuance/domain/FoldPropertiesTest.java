package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.SettingsHistory;
import org.laurel.certificates.learner.domain.NameHistory;

/** Whatever the order of arrival, the batches and the repetitions: the result is the same. */
class FoldPropertiesTest {

    @Property(tries = 2_000)
    void endsInOneStateInAnyOrderOfArrival(@ForAll("histories") List<Fact> history, @ForAll Random random) {
        // Given
        CourseRecord inOrder = new Fold(settingsOf(history), NameHistory.UNKNOWN).all(learnerFacts(history));
        List<Fact> arrivals = new ArrayList<>(history);
        arrivals.addAll(history.subList(0, random.nextInt(history.size() + 1)));
        Collections.shuffle(arrivals, random);

        // When
        CourseRecord arrived = takeIn(arrivals, random);

        // Then
        assertThat(arrived.standing()).isEqualTo(inOrder.standing());
        assertThat(arrived.certificate()).isEqualTo(inOrder.certificate());
        assertThat(arrived.foldedTo()).isEqualTo(inOrder.foldedTo());
    }

    /** Takes facts in as the use case does: in batches, a step when they are newer, all over again when one is late. */
    private static CourseRecord takeIn(List<Fact> arrivals, Random random) {
        List<Fact> log = new ArrayList<>();
        CourseRecord record = CourseRecord.EMPTY;
        int next = 0;
        while (next < arrivals.size()) {
            int end = Math.min(arrivals.size(), next + 1 + random.nextInt(3));
            List<Fact> batch = arrivals.subList(next, end);
            List<Fact> fresh = batch.stream()
                    .distinct()
                    .filter(fact -> !log.contains(fact))
                    .toList();
            log.addAll(fresh);
            Fold fold = new Fold(settingsOf(log), NameHistory.UNKNOWN);
            List<Fact> added = learnerFacts(batch).stream().distinct().toList();
            record = !added.isEmpty() && fold.continues(record, added)
                    ? fold.onto(record, added)
                    : fold.all(learnerFacts(log));
            next = end;
        }
        return record;
    }

    @Provide
    Arbitrary<List<Fact>> histories() {
        Arbitrary<Integer> kind = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> minute = Arbitraries.integers().between(0, 12);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<String> mode = Arbitraries.of("audit", "verified", "honor");
        return Combinators.combine(kind, minute, flag, mode)
                .as(Draft::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(drafts -> IntStream.range(0, drafts.size())
                        .mapToObj(place -> drafts.get(place).fact(place))
                        .toList());
    }

    /** The settings among the facts, with ids in order of arrival as the database gives them. */
    private static SettingsHistory settingsOf(List<Fact> facts) {
        List<CourseSettings> arrived = new ArrayList<>();
        for (Fact fact : facts.stream().distinct().toList()) {
            if (fact instanceof Fact.Settings settings) {
                arrived.add(Given.withId(settings.version(), arrived.size() + 1));
            }
        }
        return new SettingsHistory(arrived);
    }

    private static List<Fact> learnerFacts(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> !(fact instanceof Fact.Settings))
                .distinct()
                .toList();
    }

    private record Draft(int kind, int minute, boolean flag, String mode) {

        Fact fact(int place) {
            return switch (kind) {
                case 0 -> new Fact.Settings(Given.settings(place + 1, minute, flag, false));
                case 1 -> Given.enrolled(mode, minute, place);
                default -> Given.status(flag, flag ? "0.9" : "0.2", minute, "p" + place);
            };
        }
    }
}
