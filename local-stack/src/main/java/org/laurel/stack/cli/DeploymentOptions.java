package org.laurel.stack.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Printable;
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
    private static final int NOT_FOUND = 404;

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

    private final Console console;
    private final StackPaths paths;

    DeploymentOptions(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
    }

    /**
     * Its services: those of the stack that runs here; elsewhere those that every deployment has, and the bridge if it answers. A
     * hint tells when it is left out, although there may be one.
     *
     * @param client calls them
     */
    List<LaurelService> services(JsonClient client) {
        if (url == null) {
            return new RunStateFile(paths).running().services();
        }
        List<LaurelService> services = new ArrayList<>(LaurelService.everywhere());
        if (hasBridge(client)) {
            services.add(LaurelService.BRIDGE);
        }
        return services;
    }

    /**
     * Whether it is part of the deployment. The gateway answers 404 for the paths of one that is not; anything else may come from a
     * bridge in trouble, or from a gateway that knows its route only, and is told.
     */
    private boolean hasBridge(JsonClient client) {
        String answer;
        try {
            int status = client.send(client.request(LaurelService.BRIDGE.operationsPath() + "/consumers")
                            .GET()
                            .build())
                    .statusCode();
            if (status == OK || status == NOT_FOUND) {
                return status == OK;
            }
            answer = "it answers " + status + ".";
        } catch (StackFailure silent) {
            answer = silent.what();
        }
        console.hint("The bridge to Open edX is left out: " + Printable.inOneLine(answer)
                + " If there is one, --service bridge asks it.");
        return false;
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
