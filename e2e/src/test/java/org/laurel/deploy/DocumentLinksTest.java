package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentLinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Repository.file(""));
                Stream<Path> docs = Files.walk(Repository.file("docs/"));
                Stream<Path> deploy = Files.walk(Repository.file("deploy/"))) {
            return Stream.of(top, docs, deploy)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksToFilesThatExist(Path document) throws IOException {
        // Given
        Path folder = Objects.requireNonNull(document.getParent());
        String text = Files.readString(document);

        // When
        List<String> missing = LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains(":") && !Files.exists(folder.resolve(target)))
                .toList();

        // Then
        assertThat(missing)
                .as("links of %s to files that do not exist", document)
                .isEmpty();
    }

    @Test
    void noDocumentHoldsAPlaceholder() throws IOException {
        // Given
        Pattern placeholder = Pattern.compile("@@\\w+@@");
        List<Path> all = new ArrayList<>(documents());
        try (Stream<Path> modules = Files.list(Repository.file(""))) {
            modules.map(module -> module.resolve("README.md"))
                    .filter(Files::exists)
                    .forEach(all::add);
        }

        // When
        List<Path> unfinished = new ArrayList<>();
        for (Path document : all) {
            if (placeholder.matcher(Files.readString(document)).find()) {
                unfinished.add(document);
            }
        }

        // Then
        assertThat(unfinished).isEmpty();
    }

    @Test
    void theIndexListsEveryDecision() throws IOException {
        // Given
        String index = Repository.text("docs/adr/README.md");

        // When
        List<String> decisions;
        try (Stream<Path> files = Files.list(Repository.file("docs/adr"))) {
            decisions = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals("README.md"))
                    .toList();
        }

        // Then
        assertThat(decisions).isNotEmpty().allMatch(name -> index.contains("](" + name + ")"));
    }
}
