package org.laurel.stack.certificates;

import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.rest.JsonClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what would change if decisions took effect. */
@Command(name = "observed", description = "Show what would change if decisions took effect, as JSON.")
final class ObservedCommand extends CertificatesAction {
    @Option(names = "--course", paramLabel = "KEY", description = "Only in this course run, learner by learner.")
    private @Nullable String course;

    ObservedCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        String path = course == null ? "/observed" : "/course-runs/" + JsonClient.encoded(course) + "/observed";
        console().line(api().get(path).toPrettyString());
        return DONE;
    }
}
