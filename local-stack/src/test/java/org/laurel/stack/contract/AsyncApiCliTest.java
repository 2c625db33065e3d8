package org.laurel.stack.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.stack.StackPaths;

/**
 * The official AsyncAPI CLI finds nothing to object to in {@code docs/asyncapi.yaml}, warnings included. It is installed
 * from npm once and kept in the user's cache; only where npm is missing or reaches no registry the test is skipped.
 */
class AsyncApiCliTest {
    private static final String VERSION = "4.1.1";

    @Test
    void theDocumentIsValid() throws Exception {
        // Given
        Path cli = installed();
        Path document = StackPaths.find().home().resolve("docs/asyncapi.yaml");

        // When
        Tool.Run run = Tool.run(
                cli,
                List.of(
                        "node",
                        "node_modules/@asyncapi/cli/bin/run_bin",
                        "validate",
                        document.toString(),
                        "--fail-severity=warn"));

        // Then
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output()).contains("asyncapi.yaml is valid");
    }

    private static Path installed() throws IOException, InterruptedException {
        Path folder = Tool.cache().resolve("asyncapi-cli-" + VERSION);
        Path done = folder.resolve("installed");
        if (!Files.exists(done)) {
            Files.createDirectories(folder.resolve("unused"));
            for (String file : List.of("package.json", "unused/package.json")) {
                try (InputStream given = AsyncApiCliTest.class.getResourceAsStream("/asyncapi-cli/" + file)) {
                    assertThat(given).as(file).isNotNull();
                    Files.copy(given, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            assertThat(Files.readString(folder.resolve("package.json")))
                    .contains("\"@asyncapi/cli\": \"" + VERSION + "\"");
            Tool.need(folder, List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"));
            Files.writeString(done, "");
        }
        return folder;
    }
}
