package org.laurel.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Shows and steers the consumption of events. */
@Command(
        name = "consumers",
        description = "Show, pause or resume the consumption of events.",
        synopsisSubcommandLabel = "(list | pause | resume)")
final class ConsumersCommand {
    private static final String PATH = "/consumers";
    private static final List<String> HEADING =
            List.of("SERVICE", "STATE", "LAG", "PER SECOND", "CATCHES UP IN", "WHY");
    private static final List<Integer> NUMBERS = List.of(2, 3, 4);

    @Mixin
    private final DeploymentOptions deployment;

    private final Console console;

    ConsumersCommand(Console console, StackPaths paths) {
        this.console = console;
        this.deployment = new DeploymentOptions(console, paths);
    }

    @Command(name = "list", description = "Show whether consumption runs, how far it is behind and how fast it goes.")
    int list(
            @Option(names = "--service", paramLabel = "S", description = "One service (all).") @Nullable String service) {
        OperatorsApi api = deployment.operators();
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADING);
        for (LaurelService one : api.chosen(service)) {
            api.list(one, PATH).forEach(consumer -> rows.add(row(one, consumer)));
        }
        List<String> lines = new Columns(rows, NUMBERS).lines();
        console.line(console.style().strong(lines.getFirst()));
        lines.subList(1, lines.size()).forEach(console::line);
        return 0;
    }

    @Command(name = "pause", description = "Pause consumption in all replicas; events wait in Kafka.")
    int pause(
            @Option(names = "--service", paramLabel = "S", description = "One service (all).") @Nullable String service,
            @Option(names = "--reason", paramLabel = "R", description = "Why; kept in the history.") @Nullable String reason) {
        return steer("pause", "paused", service, reason);
    }

    @Command(name = "resume", description = "Let consumption go on.")
    int resume(
            @Option(names = "--service", paramLabel = "S", description = "One service (all).") @Nullable String service,
            @Option(names = "--reason", paramLabel = "R", description = "Why; kept in the history.") @Nullable String reason) {
        return steer("resume", "resumed", service, reason);
    }

    private int steer(String verb, String done, @Nullable String service, @Nullable String reason) {
        OperatorsApi api = deployment.operators();
        Map<String, String> body = reason == null ? Map.of() : Map.of("reason", reason);
        for (LaurelService one : api.chosen(service)) {
            api.post(one, PATH + "/" + verb, body);
            console.line(console.style().good(console.style().tick()) + " " + done + " " + one.label());
        }
        return 0;
    }

    private static List<String> row(LaurelService service, JsonNode consumer) {
        JsonNode seconds = consumer.path("seconds_to_catch_up");
        String catchesUp = seconds.isNumber() ? Durations.rough(Duration.ofSeconds(seconds.asLong())) : "-";
        JsonNode speed = consumer.path("records_per_second");
        return List.of(
                service.label(),
                consumer.path("state").asText(),
                consumer.path("lag").isNumber() ? consumer.path("lag").asText() : "-",
                speed.isNumber() ? Long.toString(Math.round(speed.asDouble())) : "-",
                catchesUp,
                consumer.path("reason").asText("").replace("null", ""));
    }
}
