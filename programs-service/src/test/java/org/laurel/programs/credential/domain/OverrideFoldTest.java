package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.programs.credential.domain.Facts.at;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverrideFoldTest {

    private static CertificateVersion version(int number, @Nullable Integer override) {
        return new CertificateVersion(
                number, "downloadable", "verified", null, override == null ? null : at(override), at(number));
    }

    @Test
    void isNothingWhereNoVersionBringsADate() {
        assertThat(OverrideFold.fold(List.of(version(1, null), version(2, null))))
                .isNull();
    }

    @Test
    void holdsSinceTheVersionThatBroughtIt() {
        assertThat(OverrideFold.fold(List.of(version(3, 90), version(1, null), version(2, 90))))
                .isEqualTo(new OverrideFold(at(90), at(2)));
    }

    @Test
    void tellsSinceWhenItWasTakenAway() {
        assertThat(OverrideFold.fold(List.of(version(1, 90), version(2, null), version(3, null))))
                .isEqualTo(new OverrideFold(null, at(2)));
    }
}
