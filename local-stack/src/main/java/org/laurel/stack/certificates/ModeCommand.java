package org.laurel.stack.certificates;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.rest.JsonClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has decisions take effect, or only be observed. */
@Command(
        name = "mode",
        description = "Have decisions take effect (live) or only be observed, in a course run or everywhere.")
final class ModeCommand extends CertificatesAction {
    private enum Mode {
        observe,
        live
    }

    @Parameters(paramLabel = "observe|live", description = "observe or live")
    private Mode mode = Mode.observe;

    @Option(names = "--course", paramLabel = "KEY", description = "Only in this course run.")
    private @Nullable String course;

    ModeCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        String path = course == null ? "/policy" : "/course-runs/" + JsonClient.encoded(course) + "/settings";
        return done(
                (course == null ? "everywhere: " : course + ": ") + mode,
                api().send("PATCH", path, Map.of("mode", mode.name())));
    }
}
