package org.laurel.stack.certificates;

import java.util.Map;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.rest.JsonClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets learners of a course run ask for their certificate, or no longer. */
@Command(
        name = "self-generation",
        description = "Let learners of a course run ask for their certificate, or no longer.",
        footer = {"", "Switching on is refused until the run's example certificates have succeeded, unless forced."})
final class SelfGenerationCommand extends CertificatesAction {
    private enum Switch {
        on,
        off
    }

    @Option(names = "--course", required = true, paramLabel = "KEY", description = "Key of the course run.")
    private String course = "";

    @Parameters(paramLabel = "on|off", description = "on or off")
    private Switch wanted = Switch.off;

    @Option(names = "--force", description = "Whatever the example certificates say.")
    private boolean force;

    SelfGenerationCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        return done(
                "self-generation is " + wanted,
                api().send(
                                "PATCH",
                                "/course-runs/" + JsonClient.encoded(course) + "/settings?require_examples=" + !force,
                                Map.of("self_generation_enabled", wanted == Switch.on)));
    }
}
