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

    private static CourseRecord all(Fold fold, Fact... facts) {
        return fold.all(List.of(facts), List.of()).record();
    }

    private static Certificate certificate(CourseRecord record) {
        return Objects.requireNonNull(record.certificate());
    }
}
