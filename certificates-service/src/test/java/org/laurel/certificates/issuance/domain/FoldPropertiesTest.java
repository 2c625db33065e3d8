package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;

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
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.LearnerFact;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.certificates.learner.domain.NameHistory;
import org.laurel.kit.domain.FactOrder;

/** Whatever the order of arrival, the batches and the repetitions: the result is the same. */
class FoldPropertiesTest {

    @Property(tries = 2_000)
    void endsInOneStateInAnyOrderOfArrival(@ForAll("histories") List<Told> history, @ForAll Random random) {
        // Given
        CourseRecord inOrder =
                foldOf(history).all(learnerFacts(history), List.of()).record();
        List<Told> arrivals = new ArrayList<>(history);
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
    private static CourseRecord takeIn(List<Told> arrivals, Random random) {
        List<Told> log = new ArrayList<>();
        CourseRecord record = CourseRecord.EMPTY;
        int next = 0;
        while (next < arrivals.size()) {
            int end = Math.min(arrivals.size(), next + 1 + random.nextInt(3));
            List<Told> batch = arrivals.subList(next, end);
            List<Told> fresh = batch.stream()
                    .distinct()
                    .filter(fact -> !log.contains(fact))
                    .toList();
            log.addAll(fresh);
            Fold fold = foldOf(log);
            List<Fact> added = learnerFacts(batch).stream().distinct().toList();
            record = !added.isEmpty() && fold.continues(record, added)
                    ? fold.onto(record, added).record()
                    : fold.all(learnerFacts(log), List.of()).record();
            next = end;
        }
        return record;
    }

    @Provide
    Arbitrary<List<Told>> histories() {
        Arbitrary<Integer> kind = Arbitraries.integers().between(0, 11);
        Arbitrary<Integer> minute = Arbitraries.integers().between(0, 12);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<String> mode = Arbitraries.of("audit", "verified", "honor");
        return Combinators.combine(kind, minute, flag, mode)
                .as(Draft::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(drafts -> IntStream.range(0, drafts.size())
                        .mapToObj(place -> drafts.get(place).told(place))
                        .toList());
    }

    /** A fold that knows the settings among what was told, with ids in order of arrival as the database gives them. */
    private static Fold foldOf(List<Told> told) {
        List<CourseSettings> arrived = new ArrayList<>();
        List<IdentityVerification> identities = new ArrayList<>();
        List<CertificatePreferences> preferences = new ArrayList<>();
        for (Told one : told.stream().distinct().toList()) {
            switch (one) {
                case Told.OfSettings settings -> arrived.add(Given.withId(settings.settings(), arrived.size() + 1));
                case Told.OfLearner about -> add(about.fact(), identities, preferences);
                case Told.OfCase ignored -> {}
            }
        }
        return new Fold(
                Given.CASE,
                new TermsHistory(arrived, List.of(), List.of(), Given.SITE),
                new LearnerHistory(NameHistory.UNKNOWN, identities, preferences),
                List.of());
    }

    private static void add(
            LearnerFact fact, List<IdentityVerification> identities, List<CertificatePreferences> preferences) {
        switch (fact) {
            case IdentityVerification identity -> identities.add(identity);
            case CertificatePreferences wishes -> preferences.add(wishes);
        }
    }

    private static List<Fact> learnerFacts(List<Told> told) {
        return told.stream()
                .filter(Told.OfCase.class::isInstance)
                .map(Told.OfCase.class::cast)
                .map(Told.OfCase::fact)
                .distinct()
                .toList();
    }

    /** What arrives: settings, something about the learner, or a fact about the case. */
    sealed interface Told {
        record OfSettings(CourseSettings settings) implements Told {}

        record OfLearner(LearnerFact fact) implements Told {}

        record OfCase(Fact fact) implements Told {}
    }

    private record Draft(int kind, int minute, boolean flag, String mode) {

        Told told(int place) {
            FactOrder order = new FactOrder(at(minute), place, kind, "/x", "x" + place);
            return switch (kind) {
                case 0 -> new Told.OfSettings(Given.settings(place + 1, minute, flag, false));
                case 1 -> new Told.OfCase(Given.enrolled(mode, minute, place));
                case 2, 3 -> new Told.OfCase(Given.status(flag, flag ? "0.9" : "0.2", minute, "p" + place));
                case 4 -> new Told.OfLearner(new IdentityVerification(order, flag ? "approved" : "denied", null));
                case 5 ->
                    new Told.OfLearner(new CertificatePreferences(order, flag, null, false, null, "private", place));
                case 6 -> new Told.OfCase(new Fact.ExamRejected(order, null));
                case 7 -> new Told.OfCase(new Fact.BetaTester(order, flag));
                case 8 ->
                    new Told.OfCase(new Fact.Allowlisted(
                            order, flag ? Fact.Allowlisted.Entry.ENABLED : Fact.Allowlisted.Entry.REMOVED));
                case 9 -> new Told.OfCase(new Fact.Invalidated(order, flag));
                case 10 -> new Told.OfCase(new Fact.DateOverridden(order, flag ? at(minute) : null));
                default ->
                    new Told.OfCase(new Fact.Requested(
                            order, flag ? CertificateCommand.ADD : CertificateCommand.DELETE, GenerationMode.BATCH));
            };
        }
    }
}
