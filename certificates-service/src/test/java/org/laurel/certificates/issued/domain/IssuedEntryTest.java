package org.laurel.certificates.issued.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.events.key.LearnerId;

class IssuedEntryTest {

    private static final IssuedEntry.Exemption EXEMPTION = new IssuedEntry.Exemption(Instant.EPOCH, "");
    private static final IssuedEntry.Invalidation INVALIDATION =
            new IssuedEntry.Invalidation("staff@example.org", Instant.EPOCH, "");

    @ParameterizedTest
    @CsvSource({
        "audit, audit_notpassing",
        "verified, downloadable",
        "honor, notpassing",
        "professional, notpassing",
        "'', notpassing"
    })
    void makesUpTheStatusOfAnExceptionWithoutCertificate(String track, String expected) {
        // When
        IssuedEntry entry = entry(track, EXEMPTION, null);

        // Then
        assertThat(entry.status().slug()).isEqualTo(expected);
    }

    @Test
    void anExceptionWinsOverAnInvalidation() {
        // When
        IssuedEntry both = entry("verified", EXEMPTION, INVALIDATION);
        IssuedEntry invalid = entry("verified", null, INVALIDATION);
        IssuedEntry ordinary = entry("verified", null, null);

        // Then
        assertThat(both.specialCase()).isEqualTo("Exception");
        assertThat(invalid.specialCase()).isEqualTo("Invalidation");
        assertThat(ordinary.specialCase()).isNull();
    }

    private static IssuedEntry entry(
            String track, IssuedEntry.@Nullable Exemption exemption, IssuedEntry.@Nullable Invalidation invalidation) {
        return new IssuedEntry(new LearnerId("7"), "ada", "ada@example.org", track, null, exemption, invalidation);
    }
}
