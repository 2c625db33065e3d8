package org.laurel.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Printable;
import org.laurel.stack.console.Style;
import org.laurel.stack.event.ParkedEvents;
import org.laurel.stack.operation.OperatorsApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after events that a service could not process. */
@Command(
        name = "parked",
        description = "List, show, replay or discard events that a service could not process.",
        synopsisSubcommandLabel = "(list | show | replay | discard)")
final class ParkedCommand {
    @Mixin
    private final DeploymentOptions deployment;

    private final Console console;

    ParkedCommand(Console console, StackPaths paths) {
        this.console = console;
        this.deployment = new DeploymentOptions(console, paths);
    }

    @Command(name = "list", description = "List all parked events of one service, or of all services.")
    int list(
            @Option(
                            names = "--service",
                            paramLabel = "S",
                            description = "certificates, enrollment, programs, completion or bridge")
                    @Nullable String service) {
        OperatorsApi api = deployment.operators();
        ParkedEvents parked = new ParkedEvents(api);
        for (LaurelService one : api.chosen(service)) {
            console.line(console.style().strong(one.label()));
            LongAdder count = new LongAdder();
            parked.list(one, event -> {
                console.line(describe(event));
                count.increment();
            });
            console.line(console.style().faint("  " + count + " parked"));
        }
        return 0;
    }

    @Command(
            name = "show",
            description = "Show a parked event as it came: why, where it lies, its headers and its value.")
    int show(
            @Option(names = "--service", required = true, paramLabel = "S", description = "Which service parked it.")
                    String service,
            @Parameters(paramLabel = "ID", description = "Id of the list.") String id) {
        LaurelService owner = LaurelService.named(service);
        new ParkedLines(console.style()).of(parkedEvents().show(owner, id)).forEach(console::line);
        return 0;
    }

    @Command(name = "replay", description = "Process a parked event again.")
    int replay(
            @Option(names = "--service", required = true, paramLabel = "S", description = "Which service parked it.")
                    String service,
            @Parameters(paramLabel = "ID", description = "Ids of the list.", arity = "1..*") List<String> ids) {
        LaurelService owner = LaurelService.named(service);
        ParkedEvents parked = parkedEvents();
        ids.forEach(id -> done("replayed", id, parked.replay(owner, id)));
        return 0;
    }

    @Command(name = "discard", description = "Give a parked event up; it stays in the history.")
    int discard(
            @Option(names = "--service", required = true, paramLabel = "S", description = "Which service parked it.")
                    String service,
            @Parameters(paramLabel = "ID", description = "Ids of the list.", arity = "1..*") List<String> ids) {
        LaurelService owner = LaurelService.named(service);
        ParkedEvents parked = parkedEvents();
        ids.forEach(id -> done("discarded", id, parked.discard(owner, id)));
        return 0;
    }

    private String describe(JsonNode event) {
        Style style = console.style();
        String position = text(event, "topic") + " " + text(event, "partition") + "@" + text(event, "offset");
        return "  " + style.strong(text(event, "id")) + "  " + text(event, "parked_at") + "  " + style.name(position)
                + "  " + text(event, "event_type") + "  " + style.warn(text(event, "code")) + " "
                + text(event, "detail");
    }

    private static String text(JsonNode event, String member) {
        return Printable.inOneLine(event.path(member).asText());
    }

    private void done(String what, String id, String answer) {
        Style style = console.style();
        String told = style.faint("  " + Printable.inOneLine(answer));
        console.line(style.good(style.tick()) + " " + what + " " + id + told);
    }

    private ParkedEvents parkedEvents() {
        return new ParkedEvents(deployment.operators());
    }
}
