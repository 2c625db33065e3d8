package org.laurel.stack.certificates;

import org.jspecify.annotations.Nullable;
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

    Target(StackPaths paths) {
        this.paths = paths;
    }

    /** The endpoints. */
    CertificatesApi api() {
        String where = url == null ? new RunStateFile(paths).running().baseUrl() : url;
        String bearer = token == null || token.isBlank()
                ? new TokenIssuer(SigningKeys.in(paths.keys())).issue(TokenRequest.role("staff"))
                : token;
        return new CertificatesApi(where, bearer);
    }

    /** What lets a job there go on: the command line knows the stack that runs here only. */
    String resuming(String job) {
        return url == null
                ? "./laurel jobs resume " + job + " --service certificates"
                : "POST " + url.replaceFirst("/$", "") + "/api/certificates/ops/jobs/" + job + "/resume";
    }
}
