package org.laurel.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Columns;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Durations;
import org.laurel.stack.operation.OperatorsApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what waits to be published. */
@Command(
        name = "outbox",
        description = "Show which events wait to be published, and whether anybody publishes.",
        synopsisSubcommandLabel = "(status)")
final class OutboxCommand {
    private static final String PATH = "/outbox";
    private static final List<String> HEADING =
            List.of("SERVICE", "WAITING", "OLDEST", "PUBLISHED BY", "LAST", "TOPICS");
    private static final List<Integer> NUMBERS = List.of(1, 2);

    @Mixin
    private final DeploymentOptions deployment;

    private final Console console;

    OutboxCommand(Console console, StackPaths paths) {
        this.console = console;
        this.deployment = new DeploymentOptions(console, paths);
    }

    @Command(
            name = "status",
            description = "Show how many events wait, since when, for which topics, and who publishes.",
            footer = {"", "Exit code 0 if every service publishes, 1 if one does not."})
    int status(
            @Option(names = "--service", paramLabel = "S", description = "One service (all).") @Nullable String service) {
        OperatorsApi api = deployment.operators();
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADING);
        boolean led = true;
        for (LaurelService one : api.chosen(service)) {
            JsonNode status = api.read(one, PATH);
            rows.add(row(one, status));
            led &= status.path("led").asBoolean();
        }
        List<String> lines = new Columns(rows, NUMBERS).lines();
        console.line(console.style().strong(lines.getFirst()));
        lines.subList(1, lines.size()).forEach(console::line);
        return led ? 0 : 1;
    }

    private static List<String> row(LaurelService service, JsonNode status) {
        long oldest = status.path("oldest_seconds").asLong();
        List<String> topics = new ArrayList<>();
        status.path("by_topic")
                .forEach(topic -> topics.add(topic.path("topic").asText() + " "
                        + topic.path("waiting").asText()));
        return List.of(
                service.label(),
                (status.path("exact").asBoolean() ? "" : "about ")
                        + status.path("waiting").asText(),
                status.path("oldest_at").isTextual() ? Durations.rough(Duration.ofSeconds(oldest)) : "-",
                publisher(status),
                status.path("last_published_at").asText("-").replace("null", "-"),
                String.join(", ", topics));
    }

    private static String publisher(JsonNode status) {
        if (status.path("leading").asBoolean()) {
            return "this replica";
        }
        return status.path("led").asBoolean() ? "another replica" : "nobody";
    }
}
