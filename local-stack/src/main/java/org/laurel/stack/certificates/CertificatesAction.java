package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
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

    static String encoded(String part) {
        return CertificatesApi.encoded(part);
    }
}
