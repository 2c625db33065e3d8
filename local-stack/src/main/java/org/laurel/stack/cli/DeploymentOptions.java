package org.laurel.stack.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.operation.OperatorsApi;
import org.laurel.stack.rest.JsonClient;
import org.laurel.stack.run.RunStateFile;
import org.laurel.stack.token.SigningKeys;
import org.laurel.stack.token.TokenIssuer;
import org.laurel.stack.token.TokenRequest;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which deployment a command about all services speaks to: the stack that runs here, or any other by its address and a token. */
final class DeploymentOptions {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int OK = 200;

    @Option(
            names = "--service-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Where Laurel is reached (the stack that runs here).")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "T",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:LAUREL_TOKEN}",
            description = "Bearer token of staff or of a service client (LAUREL_TOKEN, or one of the local issuer).")
    private @Nullable String token;

    private final StackPaths paths;

    DeploymentOptions(StackPaths paths) {
        this.paths = paths;
    }

    /**
     * Its services: those of the stack that runs here; elsewhere those that every deployment has, and the bridge if it answers.
     *
     * @param client calls them
     */
    List<LaurelService> services(JsonClient client) {
        if (url == null) {
            return new RunStateFile(paths).running().services();
        }
        List<LaurelService> services = new ArrayList<>(LaurelService.everywhere());
        if (answers(client, LaurelService.BRIDGE)) {
            services.add(LaurelService.BRIDGE);
        }
        return services;
    }

    private static boolean answers(JsonClient client, LaurelService service) {
        try {
            return client.send(client.request(service.operationsPath() + "/consumers")
                                    .GET()
                                    .build())
                            .statusCode()
                    == OK;
        } catch (StackFailure silent) {
            return false;
        }
    }

    /** What operators look at and steer in it. */
    OperatorsApi operators() {
        JsonClient client = client();
        return new OperatorsApi(client, () -> services(client));
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
