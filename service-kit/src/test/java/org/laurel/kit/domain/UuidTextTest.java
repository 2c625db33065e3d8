package org.laurel.kit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {

    @Test
    void readsAUuidInAnyCase() {
        // When
        Optional<UUID> uuid = UuidText.parse("0A000000-0000-0000-0000-00000000000b");

        // Then
        assertThat(uuid).contains(UUID.fromString("0a000000-0000-0000-0000-00000000000b"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0a00000000000000000000000000000b",
                " 0a000000-0000-0000-0000-00000000000b",
                "0a000000-0000-0000-0000-00000000000b\n",
                "\u0660a000000-0000-0000-0000-00000000000b"
            })
    void takesNothingElse(String text) {
        // When
        Optional<UUID> uuid = UuidText.parse(text);

        // Then
        assertThat(uuid).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0A00000000000000F00000000000000b",
                "0a000000-0000-0000-f000-00000000000b",
                "-0a-000000-00000000f00000000000000b"
            })
    void readsDigitsWhereverHyphensStand(String text) {
        // When
        Optional<UUID> uuid = UuidText.ofDigits(text);

        // Then
        assertThat(uuid).contains(UUID.fromString("0a000000-0000-0000-f000-00000000000b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0a00000000000000f00000000000000",
                "0a00000000000000f00000000000000b0",
                "0a00000000000000f00000000000000g",
                " 0a00000000000000f00000000000000b"
            })
    void takesNoOtherDigits(String text) {
        // When
        Optional<UUID> uuid = UuidText.ofDigits(text);

        // Then
        assertThat(uuid).isEmpty();
    }

    @Test
    void writesTheDigitsAlone() {
        // When
        String digits = UuidText.digits(UUID.fromString("0a000000-0000-0000-f000-00000000000b"));

        // Then
        assertThat(digits).isEqualTo("0a00000000000000f00000000000000b");
    }
}
