package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One thing that operators do with certificates. */
abstract class CertificatesAction implements Callable<Integer> {
    static final int DONE = 0;
    static final int REFUSED = 1;

    private static final Set<String> OVER = Set.of("done", "cancelled", "failed", "paused");
    private static final Set<String> WAITING = Set.of("failed", "paused");

    @Mixin
    private final Target target;

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    CertificatesAction(Console console, StackPaths paths) {
        this.console = console;
        this.target = new Target(paths);
    }

    final CertificatesApi api() {
        return target.api();
    }

    final Console console() {
        return console;
    }

    /** Says that something is done, with what the service answers. */
    final int done(String what, JsonNode answer) {
        console.line(console.style().good(console.style().tick()) + " " + what);
        if (!answer.isMissingNode() && !answer.isEmpty()) {
            console.line(answer.toPrettyString());
        }
        return DONE;
    }

    /** Says that the service had a reason not to. */
    final int refused(String what, JsonNode answer) {
        console.line(console.style().warn(console.style().cross()) + " " + what);
        console.line(answer.toPrettyString());
        return REFUSED;
    }

    /** Ends the command with exit code 2. */
    final ParameterException wrongUsage(String what) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before the call");
        }
        return new ParameterException(spec.commandLine(), what);
    }

    /** Whether nothing more happens by itself: it has ended, or waits for an operator. */
    static boolean isOver(JsonNode work) {
        return OVER.contains(work.path("state").asText());
    }

    /** Says how work goes on that waits for an operator. */
    final void hintToResume(JsonNode work, String job) {
        if (WAITING.contains(work.path("state").asText())) {
            console.hint("It goes on with " + target.resuming(job) + ".");
        }
    }
}
