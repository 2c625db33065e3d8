package org.laurel.stack.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.token.SigningKeys;
import org.laurel.stack.token.TokenIssuer;
import org.laurel.stack.token.TokenRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a bearer token. */
@Command(
        name = "token",
        description = "Print a bearer token of the local issuer.",
        footer = {
            "",
            "Example: curl -H \"Authorization: Bearer $(./laurel token --user ada)\" http://localhost:8080/..."
        })
final class TokenCommand implements Callable<Integer> {
    @Option(names = "--user", required = true, paramLabel = "U", description = "User name.")
    private String user = "";

    @Option(
            names = "--role",
            paramLabel = "R",
            description = "staff, support or service; may be repeated. None: a learner.")
    private List<String> roles = new ArrayList<>();

    @Option(
            names = "--scope",
            paramLabel = "S",
            description = "For a restricted application with this scope (certificates:read); may be repeated.")
    private List<String> scopes = new ArrayList<>();

    @Option(
            names = "--filter",
            paramLabel = "F",
            description = "What a scope is limited to: user:me or content_org:ORG; may be repeated.")
    private List<String> filters = new ArrayList<>();

    @Option(names = "--learner-id", paramLabel = "ID", description = "Learner id (the user name).")
    private @Nullable String learnerId;

    @Option(names = "--name", paramLabel = "NAME", description = "Full name (the user name).")
    private @Nullable String name;

    @Option(names = "--days", paramLabel = "N", description = "How many days the token is good for (30).")
    private int days = 30;

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;
    private final StackPaths paths;

    TokenCommand(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
    }

    @Override
    public Integer call() {
        if (!TokenRequest.KNOWN_ROLES.containsAll(roles)) {
            throw new ParameterException(commandLine(), "--role is staff, support or service.");
        }
        if (scopes.isEmpty() && !filters.isEmpty()) {
            throw new ParameterException(commandLine(), "--filter limits a --scope; give one.");
        }
        TokenRequest request = new TokenRequest(
                learnerId == null ? user : learnerId,
                user,
                name == null ? user : name,
                Set.copyOf(roles),
                scopes.isEmpty() ? null : new TokenRequest.Application(Set.copyOf(scopes), Set.copyOf(filters)),
                Duration.ofDays(days));
        console.line(new TokenIssuer(SigningKeys.in(paths.keys())).issue(request));
        return 0;
    }

    private picocli.CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before the call");
        }
        return spec.commandLine();
    }
}
