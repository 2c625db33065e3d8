package org.laurel.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.operation.LearnerExport;
import org.laurel.stack.process.PrivateFile;
import org.laurel.stack.run.RunStateFile;
import org.laurel.stack.token.SigningKeys;
import org.laurel.stack.token.TokenIssuer;
import org.laurel.stack.token.TokenRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exports everything that the services hold about a learner. */
@Command(name = "export", description = "Write everything that the services hold about a learner as one JSON document.")
final class ExportCommand implements Callable<Integer> {
    @Option(names = "--user", required = true, paramLabel = "U", description = "User name of the learner.")
    private String user = "";

    @Option(names = "--learner-id", paramLabel = "ID", description = "Learner id (what the services tell).")
    private @Nullable String learnerId;

    @Option(
            names = "--output",
            paramLabel = "F",
            description = "File to write, readable by you only (the standard output).")
    private @Nullable Path output;

    @Option(
            names = "--service-url",
            paramLabel = "URL",
            description = "Where Laurel is reached (the stack that runs here).")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "T",
            defaultValue = "${env:LAUREL_TOKEN}",
            description =
                    "Bearer token of the learner, of staff or of a service client (LAUREL_TOKEN, or one of the local"
                            + " issuer).")
    private @Nullable String token;

    private final Console console;
    private final StackPaths paths;

    ExportCommand(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
    }

    @Override
    public Integer call() {
        String where = url == null ? new RunStateFile(paths).running().baseUrl() : url;
        String bearer = token == null || token.isBlank()
                ? new TokenIssuer(SigningKeys.in(paths.keys())).issue(TokenRequest.role("staff"))
                : token;
        JsonNode document = new LearnerExport(where, bearer).of(user, learnerId);
        if (output == null) {
            console.line(document.toPrettyString());
        } else {
            write(output, document.toPrettyString() + "\n");
            console.line(console.style().good(console.style().tick()) + " wrote " + output);
        }
        return 0;
    }

    /** Personal data is for its reader alone; what is no plain file, a device or a link, is written as it is. */
    private static void write(Path file, String text) {
        boolean special =
                Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        try {
            if (special) {
                Files.writeString(file, text);
            } else {
                PrivateFile.write(file, text);
            }
        } catch (IOException failure) {
            throw new StackFailure("Cannot write " + file + ".", "Choose another file with --output.", failure);
        }
    }
}
