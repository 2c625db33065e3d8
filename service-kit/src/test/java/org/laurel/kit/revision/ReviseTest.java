package org.laurel.kit.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.domain.Cause;

class ReviseTest {

    @ParameterizedTest
    @CsvSource({"true, {}, true", "false, {}, false", "true, [], false", "false, [], false"})
    void sayingWhatHoldsAlreadyIsARepetition(boolean enabled, String content, boolean repeats) {
        Revision current = new Revision(1, "x", true, "{}", Instant.EPOCH, "staff", null);

        assertThat(new Revise("x", enabled, content, Instant.EPOCH, Cause.of("staff", "1")).repeats(current))
                .isEqualTo(repeats);
    }
}
