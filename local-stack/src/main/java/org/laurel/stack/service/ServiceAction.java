package org.laurel.stack.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Printable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One thing that operators do by a service's own endpoints. */
public abstract class ServiceAction implements Callable<Integer> {
    /** The exit code of what is done. */
    protected static final int DONE = 0;

    /** The exit code of what the service had a reason not to do. */
    protected static final int REFUSED = 1;

    private static final Set<String> OVER = Set.of("done", "cancelled", "failed", "paused");
    private static final Set<String> WAITING = Set.of("failed", "paused");

    @Mixin
    private final Target target;

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    /** An action by the endpoints of the service. */
    protected ServiceAction(Console console, StackPaths paths, LaurelService service) {
        this.console = console;
        this.target = new Target(paths, service);
    }

    /** The endpoints. */
    protected final ServiceApi api() {
        return target.api();
    }

    /** The endpoints that the service has for operators, under which its jobs are. */
    protected final ServiceApi operations() {
        return target.operations();
    }

    /** Where the action speaks. */
    protected final Console console() {
        return console;
    }

    /** Says that something is done, with what the service answers. */
    protected final int done(String what, JsonNode answer) {
        console.line(console.style().good(console.style().tick()) + " " + what);
        if (!answer.isMissingNode() && !answer.isEmpty()) {
            console.line(answer.toPrettyString());
        }
        return DONE;
    }

    /** Says that the service had a reason not to. */
    protected final int refused(String what, JsonNode answer) {
        console.line(console.style().warn(console.style().cross()) + " " + Printable.inOneLine(what));
        console.line(answer.toPrettyString());
        return REFUSED;
    }

    /** Ends the command with exit code 2. */
    protected final ParameterException wrongUsage(String what) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before the call");
        }
        return new ParameterException(spec.commandLine(), what);
    }

    /** Whether nothing more happens by itself: it has ended, or waits for an operator. */
    protected static boolean isOver(JsonNode work) {
        return OVER.contains(work.path("state").asText());
    }

    /** Says how work goes on that waits for an operator. */
    protected final void hintToResume(JsonNode work, String job) {
        if (WAITING.contains(work.path("state").asText())) {
            console.hint("It goes on with " + target.resuming(job) + ".");
        }
    }
}
