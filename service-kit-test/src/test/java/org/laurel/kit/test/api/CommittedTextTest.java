package org.laurel.kit.test.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedTextTest {

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("sub/openapi.yaml");
        System.clearProperty("laurel.update");
    }

    @AfterEach
    void stopUpdating() {
        System.clearProperty("laurel.update");
    }

    @Test
    void isWrittenOnRequestAndThenAccepted() throws IOException {
        // Given
        System.setProperty("laurel.update", "true");

        // When
        new CommittedText(file).check("a\nb\n");

        // Then
        assertThat(file).hasContent("a\nb\n");
        System.clearProperty("laurel.update");
        assertThatCode(() -> new CommittedText(file).check("a\nb\n")).doesNotThrowAnyException();
    }

    @Test
    void namesTheFirstLineThatDiffers() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(file, "a\nb\n");

        // When
        var check = assertThatThrownBy(() -> new CommittedText(file).check("a\nc\n"));

        // Then
        check.isInstanceOf(AssertionError.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("committed: b")
                .hasMessageContaining("served:    c")
                .hasMessageContaining("-Dlaurel.update=true");
    }

    @Test
    void isMissedWhenItDoesNotExist() {
        assertThatThrownBy(() -> new CommittedText(file).check("a"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not exist");
    }
}
