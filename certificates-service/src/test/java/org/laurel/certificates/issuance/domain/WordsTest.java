package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicyChange;
import org.laurel.certificates.course.domain.Terms;
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what | course run | in the run | in the deployment | status | file | address | where the learner gets
                // it
                "page             | known   | true  | true  | downloadable  |         | page    | page",
                "page and file    | known   | true  | true  | downloadable  | /f1.pdf | page    | /f1.pdf",
                "off in the run   | known   | false | true  | downloadable  |         |         | ",
                "off everywhere   | known   | true  | false | downloadable  |         |         | ",
                "file only        | known   | false | true  | downloadable  | /f1.pdf | /f1.pdf | /f1.pdf",
                "unknown, no file | unknown | false | true  | downloadable  |         |         | ",
                "unknown, file    | unknown | false | true  | downloadable  | /f1.pdf |         | /f1.pdf",
                "not passing      | known   | true  | true  | notpassing    |         | page    | ",
                "audit track      | known   | false | true  | audit_passing | /f1.pdf |         | ",
            })
    void aCertificateHasOneAddressAndNoneWhereItIsNowhere(
            String what,
            String run,
            boolean inRun,
            boolean inDeployment,
            String status,
            @Nullable String file,
            @Nullable String address,
            @Nullable String download) {
        // Given
        CourseSettings settings =
                new CourseSettings(1, 1, Given.at(0), false, inRun, true, "end", null, false, null, "Intro", "Org");
        Terms terms = new Terms(
                run.equals("known") ? settings : null,
                RunPolicy.DEFAULT,
                new SitePolicyChange(
                                Given.at(0),
                                inDeployment,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Cause.of("test", "test"))
                        .applyTo(Given.SITE));
        Certificate plain = Given.certificate(CertificateStatus.of(status), "verified");
        Certificate certificate = file == null
                ? plain
                : plain.in(
                        plain.status(),
                        plain.reason(),
                        plain.earned(),
                        new CertificateFile("f1", file, "", ""),
                        Given.at(1));

        // When
        String found = CertificateLinks.address(terms, certificate, "abc");
        String given = CertificateLinks.download(terms, certificate, "abc");

        // Then
        assertThat(found).isEqualTo(place(address));
        assertThat(given).isEqualTo(download == null ? null : place(download));
        assertThat(CertificateLinks.link(terms, certificate, "abc"))
                .isEqualTo(given == null && certificate.earned() ? "" : given);
        assertThat(CertificateLinks.file("abc", "f1")).isEqualTo("/certificates/abc/f1.pdf");
    }

    private static String place(@Nullable String word) {
        return word == null ? "" : word.equals("page") ? "/certificates/abc" : word;
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
