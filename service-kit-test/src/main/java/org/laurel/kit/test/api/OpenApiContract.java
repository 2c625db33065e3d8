package org.laurel.kit.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Compares the OpenAPI document that a service serves with the committed one, so that no change of the API goes unseen. A
 * service has one subclass, annotated with {@code @QuarkusTest}. With {@code -Dlaurel.update=true} the test writes the
 * file instead of comparing.
 */
public abstract class OpenApiContract {

    /** The committed document, relative to the module's folder. */
    protected Path committedDocument() {
        return Path.of("src/main/openapi/openapi.yaml");
    }

    @Test
    public void servesTheCommittedDocument() throws IOException {
        new CommittedText(committedDocument()).check(OpenApiDocument.served().yaml());
    }

    /** Bodies that are read member by member are described by a type of ours. */
    @Test
    public void describesNoTreeOfJsonAsABean() {
        assertThat(OpenApiDocument.served().yaml()).doesNotContain("schemas/JsonNode\"");
    }
}
