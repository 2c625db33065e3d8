package org.laurel.programs.credential.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialPlaceTest {

    private static final UUID ONE = UUID.fromString("6f1d5c1e-0a5b-4a6c-9a3c-0b8f5d1f7a11");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-03T04:05:06.000007Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "0001-01-01T00:00:00Z"
            })
    void isReadAsItWasWritten(Instant createdAt) {
        // Given
        CredentialPlace place = new CredentialPlace(createdAt, ONE);

        // When
        CredentialPlace read = CredentialPlace.of(place.text());

        // Then
        assertThat(read).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "17",
                "17_",
                "_6f1d5c1e-0a5b-4a6c-9a3c-0b8f5d1f7a11",
                "1.7_6f1d5c1e-0a5b-4a6c-9a3c-0b8f5d1f7a11",
                "123456789012345678_6f1d5c1e-0a5b-4a6c-9a3c-0b8f5d1f7a11",
                "17_6f1d5c1e0a5b4a6c9a3c0b8f5d1f7a11",
                "17_6f1d5c1e-0a5b-4a6c-9a3c-0b8f5d1f7a11\n"
            })
    void isNoOtherText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CredentialPlace.of(text));
    }
}
