package org.laurel.certificates.sharing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.lookup.domain.ShownCertificate;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** Only what others can look at is shared. Source: additions, shared. */
class ShareDecisionTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:00:00Z");
    private static final CaseKey KEY = new CaseKey(new LearnerId("7"), new CourseKey("course-v1:Org+Intro+2026"));
    private static final ShareCertificate COMMAND =
            new ShareCertificate(KEY, SocialNetwork.LINKEDIN, NOW, Cause.of("ada", "request"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // earned | pages on | text missing | shows | file | decision
                "true  | true  | false | true  | ''     | /certificates/abc",
                "true  | true  | false | true  | /f.pdf | /f.pdf",
                "true  | false | false | true  | /f.pdf | /f.pdf",
                "false | true  | false | true  | ''     | The certificate is not granted.",
                "true  | true  | false | false | ''     | The certificate does not show yet.",
                "true  | true  | true  | true  | ''     | The certificate has neither a page nor a file.",
                "true  | false | false | true  | ''     | The certificate has neither a page nor a file.",
            })
    void sharesWhatOthersCanLookAt(
            boolean earned, boolean pages, boolean textMissing, boolean shows, String file, String expected) {
        ShareDecision decision = ShareDecision.of(COMMAND, shown(earned, pages, textMissing, shows, file));

        assertThat(
                        switch (decision) {
                            case ShareDecision.Shared shared -> shared.fact().address();
                            case ShareDecision.Refused refused -> refused.why();
                            case ShareDecision.None ignored -> "none";
                        })
                .isEqualTo(expected);
    }

    @Test
    void tellsWhatWasSharedWhereAndWhen() {
        ShareDecision decision = ShareDecision.of(COMMAND, shown(true, true, false, true, ""));

        assertThat(decision)
                .isEqualTo(new ShareDecision.Shared(new CertificateShare(
                        KEY, "abc", "honor", SocialNetwork.LINKEDIN, "/certificates/abc", NOW, COMMAND.cause())));
        assertThat(ShareDecision.of(COMMAND, null)).isEqualTo(new ShareDecision.None());
    }

    @ParameterizedTest
    @CsvSource({"linkedin, LINKEDIN, LinkedIn", "Facebook, FACEBOOK, Facebook", "TWITTER, TWITTER, Twitter"})
    void aNetworkIsFoundByItsNameInAnyCase(String name, SocialNetwork network, String displayName) {
        assertThat(SocialNetwork.of(name)).contains(network);
        assertThat(network.displayName()).isEqualTo(displayName);
        assertThat(SocialNetwork.of("carrier pigeon")).isEmpty();
    }

    private static ShownCertificate shown(
            boolean earned, boolean pages, boolean textMissing, boolean shows, String file) {
        Certificate certificate = new Certificate(
                earned ? CertificateStatus.DOWNLOADABLE : CertificateStatus.NOTPASSING,
                "honor",
                "",
                "Ada",
                Reason.PASSED,
                GenerationMode.BATCH,
                earned,
                new CertificateFile("", file, "", ""),
                NOW,
                NOW);
        CourseSettings settings =
                new CourseSettings(1, 1, NOW, false, pages, shows, "end", null, false, null, "Intro", "Org");
        return new ShownCertificate(
                KEY,
                new Issued(certificate, NOW, null, "abc", 1),
                new Terms(settings, RunPolicy.DEFAULT, SitePolicy.startingIn(IssuingMode.LIVE)),
                true,
                textMissing);
    }
}
