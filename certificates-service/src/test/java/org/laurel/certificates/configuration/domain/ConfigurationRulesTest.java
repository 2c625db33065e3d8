package org.laurel.certificates.configuration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.configuration.domain.ConfigurationRules.Breach;

class ConfigurationRulesTest {

    private static final Signatory SIGNED =
            new Signatory(1, "Grace Hopper", "Dean", "ExampleX", "/assets/signature.png");

    @Test
    void anOrdinaryConfigurationBreaksNoRule() {
        // Given
        CourseConfiguration configuration = configuration(text(1, true, SIGNED), text(2, false), text(3, true, SIGNED));

        // When
        List<Breach> breaches = ConfigurationRules.breaches(configuration);

        // Then
        assertThat(breaches).isEmpty();
        assertThat(configuration.active().map(CertificateText::id)).contains(1L);
    }

    @Test
    void namesEveryMemberThatBreaksARule() {
        // Given
        CertificateText blank = new CertificateText(
                1,
                " ",
                "d".repeat(5_001),
                "t",
                true,
                1,
                List.of(new Signatory(-1, "n".repeat(256), "\0", "o", "javascript:alert(1)"), SIGNED, SIGNED));
        CourseConfiguration configuration = new CourseConfiguration(
                List.of(blank, text(1, false)), Map.of("k", "v".repeat(20_000)), "n".repeat(256), null);

        // When
        List<Breach> breaches = ConfigurationRules.breaches(configuration);

        // Then
        assertThat(breaches)
                .extracting(Breach::member)
                .containsExactlyInAnyOrder(
                        "certificates[1].id",
                        "certificates[0].name",
                        "certificates[0].description",
                        "certificates[0].signatories[2].id",
                        "certificates[0].signatories[0].id",
                        "certificates[0].signatories[0].name",
                        "certificates[0].signatories[0].title",
                        "certificates[0].signatories[0].signature_image_path",
                        "display_coursenumber",
                        "cert_html_view_overrides");
    }

    @Test
    void aRunHasAtMostTwentyTexts() {
        // Given
        CourseConfiguration configuration =
                new CourseConfiguration(Collections.nCopies(21, text(1, true)), Map.of(), null, null);

        // When
        List<Breach> breaches = ConfigurationRules.breaches(configuration);

        // Then
        assertThat(breaches).extracting(Breach::member).contains("certificates");
    }

    @Test
    void aPreviewShowsTheFirstTextWhetherOrNotItIsActive() {
        // Given
        CourseConfiguration inactive = configuration(text(5, false), text(6, false));
        CourseConfiguration active = configuration(text(5, false), text(6, true));

        // When
        var shown = List.of(inactive.preview(), active.preview());

        // Then
        assertThat(shown)
                .extracting(text -> text.map(CertificateText::id).orElse(0L))
                .containsExactly(5L, 5L);
        assertThat(inactive.active()).isEmpty();
    }

    private static CourseConfiguration configuration(CertificateText... texts) {
        return new CourseConfiguration(List.of(texts), Map.of(), null, null);
    }

    private static CertificateText text(long id, boolean active, Signatory... signatories) {
        return new CertificateText(id, "Certificate " + id, "", "", active, 1, List.of(signatories));
    }
}
