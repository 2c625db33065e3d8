package org.laurel.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.laurel.stack.StackFailure;

class DiskSpaceTest {
    private static final long GIBIBYTE = 1L << 30;

    @Test
    void refusesANearlyFullDisk() {
        // Given
        Path folder = Path.of("data");

        // When
        StackFailure failure =
                catchThrowableOfType(StackFailure.class, () -> DiskSpace.requireBytes(folder, GIBIBYTE - 1));

        // Then
        assertThat(failure.what()).contains("data").contains("1023 MiB");
        assertThat(failure.advice()).contains("./laurel reset");
    }

    @Test
    void acceptsADiskWithRoom() {
        // Given When Then
        assertThatCode(() -> DiskSpace.requireBytes(Path.of("data"), GIBIBYTE)).doesNotThrowAnyException();
    }
}
