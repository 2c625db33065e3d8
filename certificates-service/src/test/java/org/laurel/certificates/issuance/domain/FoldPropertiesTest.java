package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.kit.domain.Cause;

/** What holds for every history of facts. Source: decisions, everywhere 2 and 3; certificates 4, 6 and 11. */
class FoldPropertiesTest {

    @Property(tries = 5_000)
    void endsInOneStateInAnyOrderOfArrivalInAnyBatchesAndWithAnyRepetition(
            @ForAll("histories") List<Told> history, @ForAll Random random) {
        // Given
        CourseRecord inOrder = inOrder(history);
        List<Told> arrivals = new ArrayList<>(history);
        arrivals.addAll(history.subList(0, random.nextInt(history.size() + 1)));
        Collections.shuffle(arrivals, random);

        // When
        CourseRecord arrived = Told.takeIn(arrivals, random);

        // Then
        assertThat(arrived.standing()).isEqualTo(inOrder.standing());
        assertThat(arrived.certificate()).isEqualTo(inOrder.certificate());
        assertThat(arrived.foldedTo()).isEqualTo(inOrder.foldedTo());
        assertThat(arrived.termsKnown()).isEqualTo(inOrder.termsKnown());
        assertThat(arrived.learnerKnown()).isEqualTo(inOrder.learnerKnown());
    }

    @Property(tries = 1_000)
    void isExplainedAsItWasWritten(@ForAll("histories") List<Told> history) {
        // When
        Explanation explanation = explain(history);

        // Then
        CourseRecord written = inOrder(history);
        Certificate certificate = written.certificate();
        assertThat(explanation.record()).isEqualTo(written);
        assertThat(explanation.outcome() == Explanation.Outcome.GRANTED)
                .isEqualTo(certificate != null && certificate.earned());
        if (explanation.outcome() == Explanation.Outcome.NOT_ELIGIBLE) {
            assertThat(explanation.trace()).filteredOn(RuleResult::fails).hasSize(1);
        }
        assertThat(explanation.wouldChange().isEmpty()).isEqualTo(explanation.outcome() == Explanation.Outcome.GRANTED);
    }

    @Property(tries = 500)
    void assumingNothingChangesNothing(@ForAll("histories") List<Told> history) {
        // Given
        Hypothesis nothing = new Hypothesis(List.of(), null, null, null, null, null);
        TermsHistory terms = nothing.terms(Told.terms(history));
        LearnerHistory learner = nothing.learner(Told.learner(history));

        // When
        Explanation assumed = Explanation.of(
                new Fold(Given.CASE, terms, learner, List.of()), Told.facts(history), Facts.order(Fact.Requested.KIND));

        // Then
        Explanation known = explain(history);
        assertThat(assumed.record()).isEqualTo(known.record());
        assertThat(assumed.outcome()).isEqualTo(known.outcome());
        assertThat(assumed.trace()).isEqualTo(known.trace());
        assertThat(assumed.wouldChange()).isEqualTo(known.wouldChange());
    }

    @Property(tries = 1_000)
    void wasAtATimeWhatTheFactsUpToThenAmountTo(
            @ForAll("histories") List<Told> history, @ForAll @IntRange(max = 13) int minute) {
        // Given
        Instant then = at(minute);
        Fold asOf = new Fold(
                Given.CASE,
                Told.terms(history).upTo(then),
                Told.learner(history).upTo(then),
                List.of());

        // When
        CourseRecord record = asOf.all(
                        Snapshots.placed(Statements.inForce(Told.facts(history))).stream()
                                .filter(fact -> !fact.order().occurredAt().isAfter(then))
                                .toList(),
                        List.of())
                .record();

        // Then
        CourseRecord prefix = Told.fold(history).steps(Told.facts(history)).stream()
                .filter(step -> !step.fact().order().occurredAt().isAfter(then))
                .reduce((first, second) -> second)
                .map(Fold.Step::after)
                .orElse(CourseRecord.EMPTY);
        assertThat(record.certificate()).isEqualTo(prefix.certificate());
        assertThat(record.standing()).isEqualTo(prefix.standing());
    }

    @Property(tries = 4_000)
    void reachesNoStateThatTheTablesDoNotKnow(@ForAll("histories") List<Told> history) {
        ReferenceModel model = new ReferenceModel(Told.terms(history), Told.learner(history));
        CourseRecord before = CourseRecord.EMPTY;
        for (Fold.Step step : Told.fold(history).steps(Told.facts(history))) {
            model.check(before, step);
            before = step.after();
        }
    }

    @Property(tries = 4_000)
    void isStoredAsFoldedAndAnnouncedOnceForEachTurn(@ForAll("histories") List<Told> history, @ForAll Random random) {
        // Given
        List<Told> arrivals = new ArrayList<>(history);
        Collections.shuffle(arrivals, random);
        List<Told> log = new ArrayList<>();
        CourseRecord record = CourseRecord.EMPTY;
        Issued stored = null;
        boolean has = false;

        for (Told arrival : arrivals) {
            // When
            record = Told.takeIn(record, log, List.of(arrival));
            Difference difference = Difference.between(
                            stored, record, "id", Told.terms(log).newest())
                    .orElse(null);

            // Then
            if (difference != null) {
                assertThat(difference.next().verifyUuid()).isEqualTo("id");
                assertThat(difference.next().version()).isEqualTo(stored == null ? 1 : stored.version() + 1);
                has = has ^ announces(difference, has);
                stored = difference.next();
            }
            assertThat(has).isEqualTo(stored != null && stored.certificate().earned());
            assertThat(Difference.between(
                            stored, record, "other", Told.terms(log).newest()))
                    .isEmpty();
        }
        assertStored(stored, inOrder(history).certificate());
    }

    @Provide
    Arbitrary<List<Told>> histories() {
        return Histories.any();
    }

    private static boolean announces(Difference difference, boolean has) {
        Learner learner = Learner.unknown(Given.CASE.learnerId());
        List<CertificateFact> told =
                CertificateFact.telling(Given.CASE, difference, Given.terms().newest(), learner, Cause.of("test", "1"));
        assertThat(told.getFirst()).isInstanceOf(CertificateFact.Changed.class);
        if (told.size() == 1) {
            return false;
        }
        assertThat(told.getLast()).isInstanceOf(has ? CertificateFact.Revoked.class : CertificateFact.Awarded.class);
        return true;
    }

    private static void assertStored(@Nullable Issued stored, @Nullable Certificate folded) {
        if (folded == null) {
            assertThat(stored == null || stored.certificate().reason() == Reason.NEVER_GRANTED)
                    .isTrue();
            return;
        }
        Certificate there = Objects.requireNonNull(stored).certificate();
        assertThat(there.createdAt(folded.createdAt()))
                .as("but for the creation, which stays")
                .isEqualTo(folded);
    }

    private static CourseRecord inOrder(List<Told> history) {
        return Told.fold(history).all(Told.facts(history), List.of()).record();
    }

    private static Explanation explain(List<Told> history) {
        return Explanation.of(Told.fold(history), Told.facts(history), Facts.order(Fact.Requested.KIND));
    }
}
