package org.laurel.stack.certificates;

import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.rest.JsonClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explains why a learner has a certificate or has none. */
@Command(name = "explain", description = "Say why a learner has a certificate or has none, as JSON.")
final class ExplainCommand extends CertificatesAction {
    @Mixin
    private final Case subject = new Case();

    @Option(names = "--as-of", paramLabel = "TIME", description = "Only what had happened by this time.")
    private @Nullable String asOf;

    @Option(names = "--known-at", paramLabel = "TIME", description = "Only what was known at this time.")
    private @Nullable String knownAt;

    ExplainCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        String query = (asOf == null ? "" : "&as_of=" + JsonClient.encoded(asOf))
                + (knownAt == null ? "" : "&known_at=" + JsonClient.encoded(knownAt));
        console()
                .line(api().get(subject.path() + "/eligibility" + query.replaceFirst("&", "?"))
                        .toPrettyString());
        return DONE;
    }
}
