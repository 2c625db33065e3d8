package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README promises guarantees and names the tests that show them; this keeps the names true. */
class GuaranteesTest {

    private static final Pattern TEST_NAME = Pattern.compile("`([A-Z][A-Za-z]+Test)`");

    @Test
    void everyTestThatTheReadmeNamesExists() throws IOException {
        // Given
        List<String> named = TEST_NAME
                .matcher(Repository.text("README.md"))
                .results()
                .map(match -> match.group(1) + ".java")
                .distinct()
                .toList();

        // When
        String existing;
        try (Stream<Path> files = Files.walk(Repository.file(""))) {
            existing = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("Test.java"))
                    .collect(Collectors.joining(" "));
        }

        // Then
        assertThat(named).hasSizeGreaterThan(5).allMatch(name -> (" " + existing + " ").contains(" " + name + " "));
    }
}
