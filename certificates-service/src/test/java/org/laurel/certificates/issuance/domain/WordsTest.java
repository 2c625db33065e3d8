package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.kit.domain.Cause;

/** Names on the wire, names for people, addresses. Source: certificates, statuses; additions, readable names. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        // status, readable name, counts as passed
        "downloadable,     Received,            true",
        "notpassing,       Not Received,        false",
        "unavailable,      Invalidated,         false",
        "unverified,       Not verified,        false",
        "generating,       Generating,          true",
        "regenerating,     Regenerating,        true",
        "deleting,         Deleting,            false",
        "deleted,          Deleted,             false",
        "error,            Error State,         false",
        "restricted,       Restricted,          false",
        "audit_passing,    Audit - Passing,     false",
        "audit_notpassing, Audit - Not Passing, false",
        "honor_passing,    Honor - Passing,     false",
        "invalidated,      Invalidated,         false",
        "requesting,       Requesting,          false",
        "auditing,         Auditing,            false"
    })
    void statuses(String slug, String readableName, boolean passed) {
        CertificateStatus status = CertificateStatus.of(slug);

        assertThat(status.slug()).isEqualTo(slug);
        assertThat(status.readableName()).isEqualTo(readableName);
        assertThat(status.isPassed()).isEqualTo(passed);
        assertThat(Given.certificate(status, "verified").isPassed()).isEqualTo(passed);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void reasons(Reason reason) {
        assertThat(Reason.of(reason.slug())).isEqualTo(reason);
        assertThat(reason.slug()).isLowerCase();
    }

    @Test
    void commandsAndModesOfGeneration() {
        assertThat(Stream.of(CertificateCommand.values()).map(CertificateCommand::slug))
                .containsExactly("generate", "add", "regenerate", "delete");
        assertThat(CertificateCommand.of("add")).isEqualTo(CertificateCommand.ADD);
        assertThat(Stream.of(GenerationMode.values()).map(GenerationMode::slug)).containsExactly("self", "batch");
        assertThat(GenerationMode.of("self")).isEqualTo(GenerationMode.SELF);
        assertThatThrownBy(() -> CertificateStatus.of("lost")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCertificateIsFoundAtItsFileElseAtItsPageAndNowhereWhileTheLearnerHasNone() {
        // Given
        Certificate page = Given.certificate(CertificateStatus.DOWNLOADABLE, "verified");
        Certificate file = page.in(
                CertificateStatus.DOWNLOADABLE,
                Reason.PASSED,
                true,
                new CertificateFile("f1", "/f1.pdf", "", ""),
                Given.at(1));

        // Then
        assertThat(CertificateLinks.download(page, "abc")).isEqualTo("/certificates/abc");
        assertThat(CertificateLinks.download(file, "abc")).isEqualTo("/f1.pdf");
        assertThat(CertificateLinks.download(Given.certificate(CertificateStatus.NOTPASSING, "verified"), "abc"))
                .isNull();
        assertThat(CertificateLinks.page("abc")).isEqualTo("/certificates/abc");
        assertThat(CertificateLinks.file("abc", "f1")).isEqualTo("/certificates/abc/f1.pdf");
    }

    @Test
    void everyCommandTellsItsLearner() {
        // Given
        Cause cause = Cause.of("test", "1");
        Learner learner = Learner.unknown(Given.CASE.learnerId());
        FactCommand.TakeIn takeIn = new FactCommand.TakeIn(Given.CASE, Given.passing(1), null, cause);

        // Then
        assertThat(takeIn.announced()).isTrue();
        assertThat(takeIn.learnerId()).isEqualTo(Given.CASE.learnerId());
        assertThat(new FactCommand.Identify(learner, cause).learnerId()).isEqualTo(Given.CASE.learnerId());
        assertThat(new FactCommand.FoldAgain(Given.CASE, cause).learnerId()).isEqualTo(Given.CASE.learnerId());
        assertThat(StoredCase.none(Given.CASE)).isEqualTo(new StoredCase(Given.CASE, CourseRecord.EMPTY, null));
    }
}
