package org.laurel.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Printable;
import org.laurel.stack.console.Style;
import org.laurel.stack.operation.OperatorsApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows and releases brakes. */
@Command(
        name = "brake",
        description = "Show or release brakes, which hold back what looks like harm to many.",
        synopsisSubcommandLabel = "(list | release)")
final class BrakeCommand {
    private static final String PATH = "/brakes";

    @Mixin
    private final DeploymentOptions deployment;

    private final Console console;

    BrakeCommand(Console console, StackPaths paths) {
        this.console = console;
        this.deployment = new DeploymentOptions(console, paths);
    }

    @Command(name = "list", description = "List brakes that are engaged.")
    int list(
            @Option(names = "--service", paramLabel = "S", description = "One service (all).") @Nullable String service,
            @Option(names = "--all", description = "Also those that are released.") boolean all) {
        OperatorsApi api = deployment.operators();
        for (LaurelService one : api.chosen(service)) {
            List<JsonNode> brakes = new ArrayList<>();
            api.list(one, PATH + "?all=" + all, "after", brakes::add);
            long engaged = brakes.stream()
                    .filter(brake -> brake.path("engaged").asBoolean())
                    .count();
            console.line(console.style().strong(one.label()) + console.style().faint("  " + engaged + " engaged"));
            brakes.forEach(brake -> console.line(describe(brake)));
        }
        return 0;
    }

    @Command(
            name = "release",
            description = "Release a brake: what it held back goes through.",
            footer = {"", "The same subject does not engage again for a while (LAUREL_BRAKE_GRACE)."})
    int release(
            @Parameters(paramLabel = "SUBJECT", description = "As the list shows it, \"consumer\" for instance.")
                    String subject,
            @Option(names = "--service", paramLabel = "S", description = "One service (wherever it is engaged).")
                    @Nullable String service,
            @Option(names = "--reason", paramLabel = "R", description = "Why; kept in the history.") @Nullable String reason) {
        OperatorsApi api = deployment.operators();
        Map<String, String> body = new HashMap<>(Map.of("subject", subject));
        if (reason != null) {
            body.put("reason", reason);
        }
        List<LaurelService> released = api.chosen(service).stream()
                .filter(one -> api.post(one, PATH + "/release", body).isPresent())
                .toList();
        if (released.isEmpty()) {
            throw new StackFailure("No brake of " + subject + " is engaged.", "Look at ./laurel brake list");
        }
        Style style = console.style();
        released.forEach(one -> console.line(style.good(style.tick()) + " released " + subject + " of " + one.label()));
        return 0;
    }

    private String describe(JsonNode brake) {
        Style style = console.style();
        boolean engaged = brake.path("engaged").asBoolean();
        String since = engaged
                ? "since " + text(brake, "engaged_at")
                : "released " + text(brake, "released_at") + " by " + text(brake, "released_by");
        String subject = text(brake, "subject");
        return "  " + (engaged ? style.warn(subject) : style.faint(subject)) + "  " + since + "  "
                + text(brake, "reason")
                + style.faint("  " + text(brake, "detail"));
    }

    private static String text(JsonNode brake, String member) {
        return Printable.inOneLine(brake.path(member).asText());
    }
}
