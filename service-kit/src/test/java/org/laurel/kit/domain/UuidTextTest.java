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
}
