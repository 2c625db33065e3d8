package org.laurel.certificates.example.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.example.domain.ExampleCertificate.Update;
import org.laurel.events.key.CourseKey;

class ExampleCertificateTest {

    private final ExampleCertificate started =
            ExampleCertificate.start("0".repeat(32), new CourseKey("course-v1:Org+DB1+2026"), "honor");

    @ParameterizedTest
    @CsvSource({
        "verified, certificate-template-Org-DB1-verified.pdf",
        "honor, certificate-template-Org-DB1.pdf",
        "professional, certificate-template-Org-DB1.pdf"
    })
    void namesTheTemplateAsExistingToolsDo(String mode, String expected) {
        // When
        ExampleCertificate example =
                ExampleCertificate.start("0".repeat(32), new CourseKey("course-v1:Org+DB1+2026"), mode);

        // Then
        assertThat(example.template()).isEqualTo(expected);
        assertThat(example.fullName()).isEqualTo("John Doë");
        assertThat(example.status().slug()).isEqualTo("started");
    }

    @Test
    void keepsAnAddressWithSuccessOnly() {
        // When
        Update update = started.update("success", "reason", "address");

        // Then
        assertThat(update).isInstanceOfSatisfying(Update.Updated.class, updated -> {
            assertThat(updated.example().downloadUrl()).isEqualTo("address");
            assertThat(updated.example().errorReason()).isNull();
        });
    }

    @Test
    void keepsAReasonWithAnErrorOnly() {
        // When
        Update update = started.update("error", "reason", "address");

        // Then
        assertThat(update).isInstanceOfSatisfying(Update.Updated.class, updated -> {
            assertThat(updated.example().downloadUrl()).isNull();
            assertThat(updated.example().errorReason()).isEqualTo("reason");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "SUCCESS", "downloadable", ""})
    void takesNoOtherStatus(String status) {
        assertThat(started.update(status, null, null)).isInstanceOf(Update.Refused.class);
    }
}
