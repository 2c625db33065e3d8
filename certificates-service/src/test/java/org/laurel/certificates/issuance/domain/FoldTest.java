package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;
import static org.laurel.certificates.issuance.domain.Given.enrolled;
import static org.laurel.certificates.issuance.domain.Given.failing;
import static org.laurel.certificates.issuance.domain.Given.fold;
import static org.laurel.certificates.issuance.domain.Given.passing;
import static org.laurel.certificates.issuance.domain.Given.settings;
import static org.laurel.certificates.issuance.domain.Given.terms;
import static org.laurel.certificates.issuance.domain.Given.unenrolled;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.learner.domain.IdentityVerification;

class FoldTest {

    @Test
    void judgesFactsBeforeTheFirstSettingsByTheFirst() {
        CourseRecord record = all(fold(settings(1, 90, true, false)), enrolled("verified", 10), passing(20));

        assertThat(certificate(record).createdAt()).isEqualTo(at(20));
    }

    @Test
    void judgesEachFactByTheSettingsOfItsTime() {
        Fold fold = fold(settings(1, 0, false, false), settings(2, 30, true, false));

        CourseRecord record = all(fold, enrolled("verified", 10), passing(20));

        assertThat(certificate(record).createdAt()).isEqualTo(at(30));
    }

    @Test
    void takesTheNameThatWasValidAtTheTimeOfTheGrant() {
        Fold fold = fold(settings());

        assertThat(certificate(all(fold, enrolled("verified", 10), passing(20))).name())
                .isEqualTo("Ada");
        assertThat(certificate(all(fold, enrolled("verified", 10), passing(60))).name())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void grantsAtTheEnrollmentWhenThePassingCameBefore() {
        CourseRecord record = all(fold(settings()), passing(10), enrolled("verified", 20));

        assertThat(certificate(record).createdAt()).isEqualTo(at(20));
    }

    @Test
    void keepsTheCertificateOverUnenrolling() {
        CourseRecord record = all(fold(settings()), enrolled("verified", 10), passing(20), unenrolled("verified", 30));

        assertThat(certificate(record).status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
    }

    @Test
    void remembersTheCreationOverFailingAndPassingAgain() {
        CourseRecord record = all(fold(settings()), enrolled("verified", 10), passing(20), failing(30), passing(40));

        assertThat(certificate(record).createdAt()).isEqualTo(at(20));
        assertThat(certificate(record).modifiedAt()).isEqualTo(at(40));
    }

    @Test
    void withdrawsWhatALateFactShowsNeverToHaveBeenGranted() {
        // Given
        Certificate granted = certificate(all(fold(settings()), enrolled("verified", 10), passing(20)));
        StoredCase.Issued stored = new StoredCase.Issued(granted, granted.modifiedAt(), null, "0".repeat(32), 1);
        CourseRecord withLateFact = all(fold(settings()), enrolled("verified", 10), enrolled("audit", 15), passing(20));

        // When
        var difference = Difference.between(
                stored, withLateFact, "unused", terms(settings()).newest());

        // Then
        assertThat(difference).hasValueSatisfying(found -> {
            assertThat(found.revokes()).isTrue();
            assertThat(found.next().verifyUuid()).isEqualTo(stored.verifyUuid());
            assertThat(found.next().certificate().reason()).isEqualTo(Reason.NEVER_GRANTED);
            assertThat(Difference.between(
                            found.next(),
                            withLateFact,
                            "unused",
                            terms(settings()).newest()))
                    .isEmpty();
        });
    }

    @Test
    void tellsANewVisibleDateWithoutMovingTheIssueDate() {
        // Given
        Certificate granted = certificate(all(fold(settings()), enrolled("verified", 10), passing(20)));
        StoredCase.Issued stored = new StoredCase.Issued(granted, at(99), null, "0".repeat(32), 1);
        CourseRecord folded = all(fold(settings()), enrolled("verified", 10), passing(20));

        // When
        var difference =
                Difference.between(stored, folded, "unused", terms(settings()).newest());

        // Then
        assertThat(difference).hasValueSatisfying(found -> {
            assertThat(found.next().availableAt()).isEqualTo(at(20));
            assertThat(found.next().certificate()).isEqualTo(granted);
            assertThat(found.awards() || found.revokes()).isFalse();
        });
    }

    @Test
    void goesOnFromARecordOnlyWithNewerFactsAndOnlyWhenNothingElseBecameKnown() {
        // Given
        Fold fold = fold(settings());
        CourseRecord record = all(fold, enrolled("verified", 10), passing(60));
        Fold otherTerms = fold(settings(), settings(2, 5, true, false));
        Fold otherLearner = new Fold(
                Given.CASE,
                terms(settings()),
                Given.learner().and(new IdentityVerification(Facts.order(4), "approved", null), null),
                List.of());

        // Then
        assertThat(fold.continues(record, List.of(failing(70)))).isTrue();
        assertThat(fold.continues(record, List.of())).isTrue();
        assertThat(fold.continues(record, List.of(failing(50)))).as("late").isFalse();
        assertThat(fold.continues(record, List.of(failing(70), failing(50))))
                .as("one is late")
                .isFalse();
        assertThat(fold.continues(record, List.of(passing(60)))).as("repeated").isFalse();
        assertThat(fold.continues(CourseRecord.EMPTY, List.of(passing(60))))
                .as("the first")
                .isFalse();
        assertThat(fold.continues(record.unsettled(), List.of(failing(70))))
                .as("unsettled")
                .isFalse();
        assertThat(otherTerms.continues(record, List.of(failing(70)))).isFalse();
        assertThat(otherLearner.continues(record, List.of(failing(70)))).isFalse();
    }

    @Test
    void tellsWhatWasDecidedAboutTheLastOfTheNewFacts() {
        // Given
        Fold fold = fold(settings());
        List<Fact> facts = List.of(enrolled("verified", 10), passing(20), failing(30));

        // When
        Decision passed = fold.all(facts, List.of(facts.get(1))).decision();
        Decision failed = fold.all(facts, facts).decision();
        Decision nothing = fold.all(facts, List.of()).decision();
        Fold.Result onto = fold.onto(all(fold, enrolled("verified", 10)), List.of(failing(30), passing(20)));

        // Then
        assertThat(Case.inWords(Objects.requireNonNull(passed))).isEqualTo("downloadable");
        assertThat(Case.inWords(Objects.requireNonNull(failed))).isEqualTo("notpassing");
        assertThat(nothing).isNull();
        assertThat(Case.inWords(Objects.requireNonNull(onto.decision()))).isEqualTo("notpassing");
        assertThat(certificate(onto.record()).createdAt()).isEqualTo(at(20));
    }

    private static CourseRecord all(Fold fold, Fact... facts) {
        return fold.all(List.of(facts), List.of()).record();
    }

    private static Certificate certificate(CourseRecord record) {
        return Objects.requireNonNull(record.certificate());
    }
}
