package org.laurel.certificates.lookup.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.certificates.issuance.domain.CertificateStatus;

class StatusDictionaryTest {

    @Test
    void saysUnavailableWithoutCertificate() {
        // When
        var today = StatusDictionary.today(null);
        var of2012 = StatusDictionary.of2012(null);

        // Then
        assertThat(today).containsExactly(entry("status", "unavailable"), entry("mode", "honor"), entry("uuid", null));
        assertThat(of2012).containsExactly(entry("status", "unavailable"));
    }

    @Test
    void givesTheAddressOfAGrantedCertificate() {
        // Given
        ShownCertificate shown = Sample.shown(CertificateStatus.DOWNLOADABLE, Sample.selfPaced());

        // When
        var today = StatusDictionary.today(shown);
        var of2012 = StatusDictionary.of2012(shown);

        // Then
        assertThat(today)
                .containsExactly(
                        entry("status", "downloadable"),
                        entry("mode", "verified"),
                        entry("uuid", Sample.UUID),
                        entry("grade", "0.88"),
                        entry("download_url", Sample.PAGE));
        assertThat(of2012)
                .containsExactly(
                        entry("status", "downloadable"), entry("grade", "0.88"), entry("download_url", Sample.PAGE));
    }

    @Test
    void theAddressMayBeEmptyWhereNeitherPageNorFileExists() {
        // Given
        ShownCertificate shown = Sample.shown(CertificateStatus.DOWNLOADABLE, Sample.withoutHtml());

        // When
        var today = StatusDictionary.today(shown);

        // Then
        assertThat(today).containsEntry("download_url", "");
    }

    @Test
    void anAuditCertificateIsAuditingWhereHonorIsNotOffered() {
        // Given
        ShownCertificate audit = Sample.shown(CertificateStatus.DOWNLOADABLE, "audit", "0.88", "", Sample.selfPaced());
        ShownCertificate withHonor = new ShownCertificate(audit.key(), audit.issued(), audit.terms(), true, false);

        // When
        var auditing = StatusDictionary.today(audit);
        var downloadable = StatusDictionary.today(withHonor);

        // Then
        assertThat(auditing).containsEntry("status", "auditing").doesNotContainKey("download_url");
        assertThat(downloadable).containsEntry("status", "downloadable").containsKey("download_url");
        assertThat(StatusDictionary.of2012(audit)).containsEntry("status", "downloadable");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOWNLOADABLE")
    void otherStatusesHaveNoAddressAndAnEmptyGradeIsLeftOut(CertificateStatus status) {
        // Given
        ShownCertificate shown = Sample.shown(status, "verified", "", "", Sample.selfPaced());

        // When
        var today = StatusDictionary.today(shown);

        // Then
        assertThat(today)
                .containsExactly(entry("status", status.slug()), entry("mode", "verified"), entry("uuid", Sample.UUID));
        assertThat(StatusDictionary.of2012(shown)).containsExactly(entry("status", status.slug()));
    }
}
