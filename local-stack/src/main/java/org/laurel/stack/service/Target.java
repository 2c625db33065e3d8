package org.laurel.stack.service;

import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackPaths;
import org.laurel.stack.run.RunStateFile;
import org.laurel.stack.token.SigningKeys;
import org.laurel.stack.token.TokenIssuer;
import org.laurel.stack.token.TokenRequest;
import picocli.CommandLine.Option;

/** Which deployment a command speaks to: the stack that runs here, or any other by its address and a token. */
final class Target {
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
    private final LaurelService service;

    Target(StackPaths paths, LaurelService service) {
        this.paths = paths;
        this.service = service;
    }

    /** The endpoints. */
    ServiceApi api() {
        return under("/api/" + service.label() + "/v1");
    }

    /** The endpoints for operators: jobs, and what else all services have. */
    ServiceApi operations() {
        return under(service.operationsPath());
    }

    private ServiceApi under(String base) {
        String where = url == null ? new RunStateFile(paths).running().baseUrl() : url;
        String bearer = token == null || token.isBlank()
                ? new TokenIssuer(SigningKeys.in(paths.keys())).issue(TokenRequest.role("staff"))
                : token;
        return new ServiceApi(where, bearer, base);
    }

    /** What lets a job there go on: the command line knows the stack that runs here only. */
    String resuming(String job) {
        return url == null
                ? "./laurel jobs resume " + job + " --service " + service.label()
                : "POST " + url.replaceFirst("/$", "") + service.operationsPath() + "/jobs/" + job + "/resume";
    }
}
