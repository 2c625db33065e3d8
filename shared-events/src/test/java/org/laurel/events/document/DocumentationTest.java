package org.laurel.events.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed reference pages are what the catalogue, the schemas and the samples say. */
class DocumentationTest {

    private static final String HOW_TO_UPDATE =
            "%s is not what the catalogue says. Write it anew: ./laurel mvn -pl shared-events test -Dlaurel.update=true";

    @Test
    void theEventsPageIsCurrent() throws IOException {
        // Given
        Path page = RepositoryRoot.find().resolve("docs/events.md");

        // When
        String generated = EventsPage.render();

        // Then
        assertCommitted(page, generated);
    }

    @Test
    void theAsyncApiDocumentIsCurrent() throws IOException {
        // Given
        Path document = RepositoryRoot.find().resolve("docs/asyncapi.yaml");

        // When
        String generated = AsyncApiDocument.render();

        // Then
        assertCommitted(document, generated);
    }

    @Test
    void everyReferenceInTheAsyncApiDocumentLeadsSomewhere() throws IOException {
        // Given
        JsonNode document = new YAMLMapper().readTree(AsyncApiDocument.render());

        // When
        var references = document.findValuesAsText("$ref");

        // Then
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    private static void assertCommitted(Path file, String generated) throws IOException {
        if (Boolean.getBoolean("laurel.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        assertThat(file).as(HOW_TO_UPDATE, file.getFileName()).exists();
        assertThat(Files.readString(file)).as(HOW_TO_UPDATE, file.getFileName()).isEqualTo(generated);
    }
}
