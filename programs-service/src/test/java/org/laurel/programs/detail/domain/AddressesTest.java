package org.laurel.programs.detail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where things are. */
class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "https://about.example, programs, https://about.example/programs",
        "https://about.example/, /programs/, https://about.example/programs",
        "https://about.example/, '', https://about.example",
        ", programs, "
    })
    void programsAreAdvertisedBelowTheRootOfMarketing(@Nullable String root, String path, @Nullable String expected) {
        // Given
        Addresses addresses = new Addresses("o", false, root, path, true, Addresses.Shop.NONE);

        // When
        String marketing = addresses.marketing();

        // Then
        assertThat(marketing).isEqualTo(expected);
    }

    @Test
    void phonesOpenTheirOwnAddresses() {
        // Given
        Addresses addresses = Shown.addresses(true);

        // When
        String program = addresses.program(Shown.PROGRAM);

        // Then
        assertThat(program)
                .startsWith("edxapp://enrolled_program_info?path_id=programs/2b8f3a8e-6d5b-4b43-9a52-3c1f0e6c5d11/");
        assertThat(addresses.marketing()).isEqualTo("edxapp://course?programs");
    }

    @Test
    void aCredentialMayBeReachedWithoutLogin() {
        // Given
        Addresses addresses = new Addresses("https://o", false, null, "", false, Addresses.Shop.NONE);

        // When
        String credential = addresses.credential(new UUID(0, 1));

        // Then
        assertThat(credential).isEqualTo("https://o/credentials/00000000000000000000000000000001/");
    }
}
