package org.laurel.certificates.register.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateScopeTest {

    @ParameterizedTest
    @EnumSource(CertificateScope.class)
    void aScopeIsFoundByItsNameOnTheWire(CertificateScope scope) {
        assertThat(CertificateScope.of(scope.slug())).contains(scope);
        assertThat(scope.slug()).isLowerCase();
        assertThat(CertificateScope.of("everything")).isEmpty();
    }
}
