package org.laurel.stack.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.rest.JsonClient;
import org.laurel.stack.run.RunStateFile;
import org.laurel.stack.token.SigningKeys;
import org.laurel.stack.token.TokenIssuer;
import org.laurel.stack.token.TokenRequest;
import picocli.CommandLine.Option;

/** Which deployment a command about all services speaks to: the stack that runs here, or any other by its address and a token. */
final class DeploymentOptions {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Option(
            names = "--service-url",
            paramLabel = "URL",
            description = "Where Laurel is reached (the stack that runs here).")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "T",
            defaultValue = "${env:LAUREL_TOKEN}",
            description = "Bearer token of staff or of a service client (LAUREL_TOKEN, or one of the local issuer).")
    private @Nullable String token;

    private final StackPaths paths;

    DeploymentOptions(StackPaths paths) {
        this.paths = paths;
    }

    /** Calls its services. */
    JsonClient client() {
        String where = url == null ? new RunStateFile(paths).running().baseUrl() : url;
        String bearer = token == null || token.isBlank()
                ? new TokenIssuer(SigningKeys.in(paths.keys())).issue(TokenRequest.role("staff"))
                : token;
        return new JsonClient(where, bearer, LIMIT);
    }
}
