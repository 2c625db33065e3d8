package org.laurel.stack.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.flow.Trace;
import org.laurel.stack.flow.TraceLines;
import org.laurel.stack.flow.Tracing;
import org.laurel.stack.rest.JsonClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Shows the way of a learner's facts through all services. */
@Command(
        name = "trace",
        description =
                "Show which facts about a learner came in, what was decided and what was told, over all services.",
        footer = {
            "",
            "One block for all that one original fact led to, with the time between its steps.",
            "Exit code 0 if all services answered, 1 if some could not be asked."
        })
final class TraceCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a trace is written. */
    enum Form {
        table,
        json
    }

    @Option(names = "--learner", paramLabel = "ID", description = "Id of the learner.")
    private @Nullable String learner;

    @Option(names = "--user", paramLabel = "U", description = "Username of the learner, in place of the id.")
    private @Nullable String user;

    @Option(
            names = "--course",
            paramLabel = "KEY",
            description = "Only about this course run, with the facts of the run itself.")
    private @Nullable String course;

    @Option(names = "--correlation", paramLabel = "C", description = "Only what this original fact led to.")
    private @Nullable String correlation;

    @Option(names = "--since", paramLabel = "D", description = "Only of the last 30m, 1h, 7d (all that is kept).")
    private @Nullable String since;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "table or json (${DEFAULT-VALUE}).")
    private Form form = Form.table;

    @Mixin
    private final DeploymentOptions deployment;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private final Console console;

    TraceCommand(Console console, StackPaths paths) {
        this.console = console;
        this.deployment = new DeploymentOptions(console, paths);
    }

    @Override
    public Integer call() {
        if (learner != null && user != null) {
            throw wrongUsage("Say --learner or --user, not both.");
        }
        if (learner == null && user == null && course == null) {
            throw wrongUsage("Say --learner, --user or --course.");
        }
        Instant from = since == null ? null : Instant.now().minus(duration(since));
        JsonClient client = deployment.client();
        Tracing tracing = new Tracing(client, deployment.services(client));
        String id = user == null ? learner : tracing.learnerId(user);
        Trace trace = tracing.of(id, course, from).of(correlation);
        if (form == Form.json) {
            console.line(document(id, trace).toPrettyString());
        } else {
            new TraceLines(console.style(), ZoneId.systemDefault()).of(trace).forEach(console::line);
            if (trace.steps().isEmpty()) {
                console.hint("Nothing is known.");
            }
        }
        trace.silent()
                .forEach((service, why) ->
                        console.failure(service + " is missing: " + why, "What it has done does not stand above."));
        return trace.silent().isEmpty() ? 0 : 1;
    }

    private static ObjectNode document(@Nullable String learner, Trace trace) {
        ObjectNode document = JSON.createObjectNode().put("learner_id", learner);
        document.set("entries", JSON.valueToTree(trace.entries()));
        document.set("missing", JSON.valueToTree(trace.silent()));
        return document;
    }

    private Duration duration(String text) {
        String iso = text.toUpperCase(Locale.ROOT);
        try {
            Duration time = Duration.parse(iso.startsWith("P") ? iso : iso.endsWith("D") ? "P" + iso : "PT" + iso);
            if (time.compareTo(Duration.ofDays(36_500)) < 0 && !time.isNegative()) {
                return time;
            }
        } catch (DateTimeException malformed) {
            // told below
        }
        throw wrongUsage("--since is a time such as 30m, 1h or 7d.");
    }

    private ParameterException wrongUsage(String what) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before the call");
        }
        return new ParameterException(spec.commandLine(), what);
    }
}
