package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;
import static org.laurel.certificates.issuance.domain.Given.completed;
import static org.laurel.certificates.issuance.domain.Given.completing;
import static org.laurel.certificates.issuance.domain.Given.enrolled;
import static org.laurel.certificates.issuance.domain.Given.failing;
import static org.laurel.certificates.issuance.domain.Given.passing;
import static org.laurel.certificates.issuance.domain.Given.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.course.domain.CatalogueFacts;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;
import org.laurel.kit.domain.FactOrder;

/** Completion in the fold: snapshots in the order of their versions, judged by the threshold of their time. */
class CompletionFoldTest {

    private static final RunPolicy BOTH = completing(1, 1, "0.8", true);
    private static final RunPolicy ALONE = completing(1, 1, "0.8", false);

    @Test
    void gradeAndCompletionEarnItInEitherOrderWithTheLastOfThem() {
        CourseRecord gradeLast =
                all(fold(BOTH), List.of(enrolled("verified", 5), completed("0.9", 10, 1), passing(20)));
        CourseRecord completionLast =
                all(fold(BOTH), List.of(enrolled("verified", 5), passing(10), completed("0.9", 20, 1)));

        assertThat(List.of(gradeLast, completionLast)).allSatisfy(record -> {
            assertThat(certificate(record).status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
            assertThat(certificate(record).createdAt()).isEqualTo(at(20));
        });
    }

    @Test
    void completionThatFellBeforeTheGradeEarnsNothingUntilItIsReachedAgain() {
        // Given
        List<Fact> fallen =
                List.of(enrolled("verified", 5), completed("0.9", 10, 1), completed("0.7", 20, 2), passing(30));

        // When
        CourseRecord without = all(fold(BOTH), fallen);
        CourseRecord again = all(fold(BOTH), with(fallen, completed("0.8", 40, 3)));

        // Then
        assertThat(without.certificate()).isNull();
        assertThat(certificate(again).createdAt()).isEqualTo(at(40));
    }

    @Test
    void anIssuedCertificateOutlastsContentThatAuthorsAdd() {
        CourseRecord record = all(
                fold(ALONE),
                List.of(enrolled("verified", 5), completed("0.9", 10, 1), completed("0.4", 20, 2), failing(30)));

        assertThat(certificate(record).status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
        assertThat(certificate(record).modifiedAt()).isEqualTo(at(10));
        assertThat(Objects.requireNonNull(record.standing().completion()).version())
                .isEqualTo(2);
    }

    @Test
    void aLiftedInvalidationGivesBackWhatCompletionHadEarned() {
        // Given
        List<Fact> fallen =
                List.of(enrolled("verified", 5), completed("0.9", 10, 1), passing(11), completed("0.4", 20, 2));
        List<Fact> lifted = with(with(fallen, invalidated(true, 30)), invalidated(false, 40));

        // When
        CourseRecord record = all(fold(BOTH), lifted);

        // Then
        assertThat(certificate(record).status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
    }

    @Test
    void aFailingGradeOpensTheQuestionOfCompletionAgain() {
        // Given
        List<Fact> retaken = List.of(
                enrolled("verified", 5),
                completed("0.9", 10, 1),
                passing(11),
                completed("0.4", 20, 2),
                failing(30),
                passing(40));

        // When
        CourseRecord without = all(fold(BOTH), retaken);
        CourseRecord again = all(fold(BOTH), with(retaken, completed("0.8", 50, 3)));

        // Then
        assertThat(certificate(without).status()).isEqualTo(CertificateStatus.NOTPASSING);
        assertThat(certificate(again).status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
    }

    @Test
    void aFailingGradeOpensTheQuestionAlsoWhileTheAllowlistProtects() {
        // Given
        List<Fact> unlisted = List.of(
                enrolled("verified", 5),
                completed("0.9", 10, 1),
                passing(11),
                completed("0.4", 20, 2),
                listed(Entry.ENABLED, 25),
                failing(30),
                listed(Entry.REMOVED, 35),
                passing(40));

        // When
        CourseRecord without = all(fold(BOTH), unlisted);
        CourseRecord again = all(fold(BOTH), with(unlisted, completed("0.8", 50, 3)));

        // Then
        assertThat(certificate(without).status()).isEqualTo(CertificateStatus.NOTPASSING);
        assertThat(certificate(again).status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
    }

    @Test
    void whoDoesAllThatIsAskedForAgainUnderTheAllowlistIsNotAskedTwice() {
        // Given
        List<Fact> anew = List.of(
                enrolled("verified", 5),
                completed("0.9", 10, 1),
                passing(11),
                listed(Entry.ENABLED, 25),
                failing(30),
                passing(35),
                completed("0.4", 40, 2),
                listed(Entry.REMOVED, 45));

        // When
        CourseRecord record = all(fold(BOTH), with(anew, passing(50)));

        // Then
        assertThat(certificate(record).status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
    }

    @Test
    void aStatementThatIsCorrectedSettlesNothing() {
        // Given
        List<Fact> incomplete = List.of(enrolled("verified", 5), passing(6), completed("0.3", 10, 1));
        List<Fact> stated = with(incomplete, stated(CertificateStatus.DOWNLOADABLE, 20));
        List<Fact> corrected = with(stated, stated(CertificateStatus.NOTPASSING, 30));

        // When
        CourseRecord record = all(fold(BOTH), with(corrected, generated(40)));
        CourseRecord stands =
                all(fold(BOTH), with(with(with(stated, invalidated(true, 30)), invalidated(false, 35)), generated(40)));

        // Then
        assertThat(certificate(record).status()).isEqualTo(CertificateStatus.NOTPASSING);
        assertThat(certificate(stands).status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
    }

    @Test
    void aFileThatCannotBeMadeCostsNobodyTheCertificateWhoFellBelowMeanwhile() {
        // Given
        RunPolicy pdf =
                new RunPolicy(1, at(1), null, true, false, false, null, null, CatalogueFacts.NONE, BOTH.completion());
        List<Fact> asked = List.of(enrolled("verified", 5), completed("0.9", 10, 1), passing(11));
        String request = certificate(all(fold(pdf), asked)).file().requestId();
        List<Fact> failed = with(
                with(asked, completed("0.4", 20, 2)),
                Fact.Rendered.to(at(30), request, new RenderAnswer.Failed("No fonts.")));

        // When
        CourseRecord error = all(fold(pdf), failed);
        CourseRecord anew = all(fold(pdf), with(failed, regenerated(40)));

        // Then
        assertThat(certificate(error).status()).isEqualTo(CertificateStatus.ERROR);
        assertThat(certificate(anew).status()).isEqualTo(CertificateStatus.REGENERATING);
    }

    @Test
    void anEntryOnTheAllowlistSettlesNothing() {
        // Given
        List<Fact> listed = List.of(
                enrolled("verified", 5),
                passing(6),
                completed("0.4", 10, 1),
                listed(Entry.ENABLED, 20),
                listed(Entry.REMOVED, 30));

        // When
        CourseRecord record = all(fold(BOTH), with(listed, passing(40)));

        // Then
        assertThat(certificate(record).status()).isEqualTo(CertificateStatus.NOTPASSING);
    }

    @Test
    void theVersionBeatsTheTime() {
        // Given: content is added at minute 5, and the sum of a learner who goes on until minute 10 follows later
        List<Fact> added = List.of(enrolled("verified", 2), completed("0.9", 10, 1), completed("0.4", 5, 2));
        List<Fact> removed = List.of(enrolled("verified", 2), completed("0.4", 10, 1), completed("0.9", 5, 2));

        // When
        CourseRecord fallen = all(fold(ALONE), added);
        CourseRecord risen = all(fold(ALONE), removed);

        // Then
        assertThat(certificate(fallen).createdAt()).isEqualTo(at(10));
        assertThat(fallen.standing().completion()).isEqualTo(known("0.4", 2));
        assertThat(certificate(risen).createdAt()).isEqualTo(at(10));
        assertThat(risen.standing().completion()).isEqualTo(known("0.9", 2));
    }

    @Test
    void whatWasDecidedAboutASnapshotIsToldAlsoWhenItsPlaceIsAnother() {
        // Given
        List<Fact> known = List.of(enrolled("verified", 2), completed("0.4", 60, 1));
        Fact late = completed("0.9", 5, 2);

        // When
        Fold.Result result = fold(ALONE).all(with(known, late), List.of(late));

        // Then
        assertThat(result.decision()).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void aSnapshotIsJudgedByTheThresholdOfItsTime() {
        // Given
        RunPolicy lowered = completing(2, 30, "0.5", true);
        List<Fact> facts = List.of(enrolled("verified", 5), passing(10), completed("0.6", 20, 1));

        // When
        CourseRecord before = all(fold(BOTH), facts);
        CourseRecord after = all(fold(BOTH, lowered), facts);

        // Then
        assertThat(before.certificate()).isNull();
        assertThat(certificate(after).createdAt()).isEqualTo(at(30));
    }

    @Test
    void aLateSnapshotIsTakenInAsIfItHadComeInTime() {
        // Given
        Fold fold = fold(ALONE);
        List<Fact> known = List.of(enrolled("verified", 5), completed("0.4", 20, 2));
        CourseRecord stored = all(fold, known);
        Fact late = completed("0.9", 10, 1);

        // When
        boolean continues = fold.continues(stored, List.of(late));
        CourseRecord refolded = all(fold, with(known, late));

        // Then
        assertThat(continues).isFalse();
        assertThat(fold.continues(stored, List.of(completed("0.9", 60, 1)))).isFalse();
        assertThat(fold.continues(stored, List.of(completed("0.9", 60, 3)))).isTrue();
        assertThat(certificate(refolded).createdAt()).isEqualTo(at(10));
        assertThat(refolded.standing().completion()).isEqualTo(known("0.4", 2));
    }

    /** What is kept before anybody sets a threshold: the newest snapshot, at the latest time of all; others may come late. */
    @Property(tries = 3_000)
    void theNewestSnapshotBeforeTheFirstThresholdSaysAsMuchAsAll(
            @ForAll("snapshots") List<Fact.Progressed> snapshots,
            @ForAll @IntRange(min = 1, max = 20) int minute,
            @ForAll boolean requiresPassing,
            @ForAll @IntRange(min = 1, max = 20) int passedAt,
            @ForAll Random random) {
        // Given
        Fold fold = fold(completing(1, minute, "0.8", requiresPassing));
        List<Fact> others = List.of(enrolled("verified", 1), passing(passedAt));
        List<Fact> all = new ArrayList<>(others);
        all.addAll(snapshots);
        List<Fact> before = arrivedBefore(minute, snapshots, random);

        // When
        List<Fact> kept = new ArrayList<>(all);
        kept.removeAll(before);
        if (!before.isEmpty()) {
            kept.add(Snapshots.placed(before).getLast());
        }

        // Then
        CourseRecord full = all(fold, all);
        CourseRecord less = all(fold, kept);
        assertThat(less.certificate()).isEqualTo(full.certificate());
        assertThat(less.standing()).isEqualTo(full.standing());
        assertThat(less.foldedTo()).isEqualTo(full.foldedTo());
    }

    /** Some of those that may have arrived before a minute: none is told before those of lower versions have happened. */
    private static List<Fact> arrivedBefore(int minute, List<Fact.Progressed> snapshots, Random random) {
        Set<Long> told = Snapshots.placed(snapshots).stream()
                .filter(snapshot -> snapshot.order().occurredAt().isBefore(at(minute)))
                .map(snapshot -> ((Fact.Progressed) snapshot).version())
                .collect(Collectors.toSet());
        List<Fact> arrived = new ArrayList<>(snapshots);
        arrived.removeIf(snapshot -> !told.contains(((Fact.Progressed) snapshot).version()) || random.nextInt(4) == 0);
        Collections.shuffle(arrived, random);
        return arrived;
    }

    @Provide
    Arbitrary<List<Fact.Progressed>> snapshots() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of("0.3", "0.7", "0.8", "1"),
                        Arbitraries.integers().between(1, 9))
                .as((minute, percent, version) -> completed(percent, minute, version))
                .list()
                .uniqueElements(Fact.Progressed::version)
                .ofMaxSize(9);
    }

    private static Fold fold(RunPolicy... policies) {
        return new Fold(
                Given.CASE,
                new TermsHistory(List.of(settings()), List.of(policies), List.of(), Given.SITE),
                Given.learner(),
                List.of());
    }

    private static CourseRecord all(Fold fold, List<Fact> facts) {
        return fold.all(facts, List.of()).record();
    }

    private static Fact invalidated(boolean active, int minute) {
        return new Fact.Invalidated(order(Fact.Invalidated.KIND, minute), active);
    }

    private static Fact listed(Entry entry, int minute) {
        return new Fact.Allowlisted(order(Fact.Allowlisted.KIND, minute), entry);
    }

    private static Fact regenerated(int minute) {
        return requested(CertificateCommand.REGENERATE, minute);
    }

    private static Fact generated(int minute) {
        return requested(CertificateCommand.GENERATE, minute);
    }

    private static Fact requested(CertificateCommand command, int minute) {
        return new Fact.Requested(order(Fact.Requested.KIND, minute), command, GenerationMode.BATCH);
    }

    private static Fact stated(CertificateStatus status, int minute) {
        return new Fact.Stated(
                order(Fact.Stated.KIND, minute),
                new StatedCertificate(status, "verified", "0.9", "Ada", null, null, null, "", "", ""));
    }

    private static FactOrder order(int kind, int minute) {
        return new FactOrder(at(minute), FactOrder.NO_SEQUENCE, kind, "/staff", "s" + minute);
    }

    private static Standing.Completion known(String percent, long version) {
        return new Standing.Completion(new BigDecimal(percent), version);
    }

    private static List<Fact> with(List<Fact> facts, Fact more) {
        List<Fact> all = new ArrayList<>(facts);
        all.add(more);
        return all;
    }

    private static Certificate certificate(CourseRecord record) {
        @Nullable Certificate certificate = record.certificate();
        return Objects.requireNonNull(certificate);
    }
}
