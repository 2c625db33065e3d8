package org.laurel.programs.lti.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretBoxTest {

    private final SecretBox box = box((byte) 1);

    @Test
    void givesBackWhatItWasGiven() {
        // When
        byte[] sealed = box.seal("hush ✓", "live:1:key");

        // Then
        assertThat(box.open(sealed, "live:1:key")).contains("hush ✓");
        assertThat(box.seal("hush ✓", "live:1:key")).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingThatWasMovedChangedOrSealedByAnother() {
        // Given
        byte[] sealed = box.seal("hush", "live:1:key");
        byte[] changed = sealed.clone();
        int last = changed.length - 1;
        changed[last] = (byte) (changed[last] ^ 1);

        // When
        Optional<String> moved = box.open(sealed, "live:2:key");

        // Then
        assertThat(moved).isEmpty();
        assertThat(box.open(changed, "live:1:key")).isEmpty();
        assertThat(box((byte) 2).open(sealed, "live:1:key")).isEmpty();
        assertThat(box.open(new byte[] {1, 2, 3}, "live:1:key")).isEmpty();
        assertThat(new SecretBox(Optional.empty()).open(sealed, "live:1:key")).isEmpty();
    }

    @Test
    void sealsNothingWithoutAKey() {
        // Given
        SecretBox keyless = new SecretBox(Optional.of(List.of(" ")));

        // When
        var sealing = assertThatThrownBy(() -> keyless.seal("hush", "live:1:key"));

        // Then
        sealing.isInstanceOf(IllegalStateException.class).hasMessageContaining("laurel.lti.secret-key");
        assertThat(keyless.isReady()).isFalse();
        assertThat(box.isReady()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"not base64!, base64", "c2hvcnQ=, 32 bytes"})
    void tellsWhatIsWrongWithAKeyAndNotWhatItIs(String key, String reason) {
        // When
        var making = assertThatThrownBy(() -> new SecretBox(Optional.of(List.of(key))));

        // Then
        making.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain(key);
    }

    @Test
    void opensWhatAFormerKeySealedAndSealsWithTheFirst() {
        // Given
        byte[] former = box.seal("hush", "live:1:key");
        SecretBox changed = new SecretBox(Optional.of(List.of(key((byte) 2), key((byte) 1))));

        // When
        byte[] sealed = changed.seal("hush", "live:1:key");

        // Then
        assertThat(changed.open(former, "live:1:key")).contains("hush");
        assertThat(changed.isCurrent(former, "live:1:key")).isFalse();
        assertThat(changed.isCurrent(sealed, "live:1:key")).isTrue();
        assertThat(changed.isCurrent(sealed, "live:2:key")).isFalse();
        assertThat(box((byte) 2).open(sealed, "live:1:key")).contains("hush");
    }

    private static SecretBox box(byte fill) {
        return new SecretBox(Optional.of(List.of(key(fill))));
    }

    private static String key(byte fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
