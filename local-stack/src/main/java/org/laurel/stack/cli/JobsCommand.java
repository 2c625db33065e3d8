package org.laurel.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Printable;
import org.laurel.stack.operation.JobLine;
import org.laurel.stack.operation.OperatorsApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows, follows and steers work that is done in chunks. */
@Command(
        name = "jobs",
        description = "List, show, watch, pause, resume or cancel work that is done in chunks.",
        synopsisSubcommandLabel = "(list | show | watch | pause | resume | cancel)")
final class JobsCommand {
    private static final String PATH = "/jobs";
    private static final Set<String> OVER = Set.of("done", "cancelled", "failed");

    @Mixin
    private final DeploymentOptions deployment;

    private final Console console;

    JobsCommand(Console console, StackPaths paths) {
        this.console = console;
        this.deployment = new DeploymentOptions(console, paths);
    }

    @Command(name = "list", description = "List jobs, newest first.")
    int list(
            @Option(names = "--service", paramLabel = "S", description = "One service (all).") @Nullable String service,
            @Option(names = "--before", paramLabel = "ID", description = "Only those older than this one.") @Nullable Long before) {
        OperatorsApi api = deployment.operators();
        for (LaurelService one : api.chosen(service)) {
            JsonNode page = api.read(one, before == null ? PATH : PATH + "?before=" + before);
            console.line(console.style().strong(one.label()));
            page.path("results")
                    .forEach(job -> console.line("  " + JobLine.once(job).text()));
            if (page.hasNonNull("next_cursor")) {
                console.hint("  Older ones: ./laurel jobs list --service " + one.label() + " --before "
                        + Printable.inOneLine(page.path("next_cursor").asText()));
            }
        }
        return 0;
    }

    @Command(name = "show", description = "Show everything about a job, as JSON.")
    int show(
            @Option(names = "--service", required = true, paramLabel = "S", description = "Whose job it is.")
                    String service,
            @Parameters(paramLabel = "ID", description = "Id of the list.") long id) {
        console.line(deployment
                .operators()
                .read(LaurelService.named(service), PATH + "/" + id)
                .toPrettyString());
        return 0;
    }

    @Command(
            name = "watch",
            description = "Follow a job until it has ended.",
            footer = {"", "Exit code 0 if it is done, 1 if it was cancelled or given up."})
    int watch(
            @Option(names = "--service", required = true, paramLabel = "S", description = "Whose job it is.")
                    String service,
            @Parameters(paramLabel = "ID", description = "Id of the list.") long id) {
        long[] firstDone = {-1};
        String[] state = {""};
        long began = System.nanoTime();
        deployment.operators().follow(LaurelService.named(service), PATH + "/" + id + "/events", job -> {
            firstDone[0] = firstDone[0] < 0 ? job.path("done").asLong() : firstDone[0];
            state[0] = job.path("state").asText();
            boolean over = OVER.contains(state[0]);
            tell(new JobLine(job, firstDone[0], Duration.ofNanos(System.nanoTime() - began)).text(), over);
            return !over;
        });
        return state[0].equals("done") ? 0 : 1;
    }

    @Command(name = "pause", description = "Pause a job after its current chunk.")
    int pause(
            @Option(names = "--service", required = true, paramLabel = "S", description = "Whose job it is.")
                    String service,
            @Parameters(paramLabel = "ID", description = "Id of the list.") long id) {
        return steer(service, id, "pause");
    }

    @Command(name = "resume", description = "Let a paused or failed job go on where it stopped.")
    int resume(
            @Option(names = "--service", required = true, paramLabel = "S", description = "Whose job it is.")
                    String service,
            @Parameters(paramLabel = "ID", description = "Id of the list.") long id) {
        return steer(service, id, "resume");
    }

    @Command(name = "cancel", description = "End a job after its current chunk; what it has done stays.")
    int cancel(
            @Option(names = "--service", required = true, paramLabel = "S", description = "Whose job it is.")
                    String service,
            @Parameters(paramLabel = "ID", description = "Id of the list.") long id) {
        return steer(service, id, "cancel");
    }

    private int steer(String service, long id, String verb) {
        JsonNode answer = deployment.operators().post(LaurelService.named(service), PATH + "/" + id + "/" + verb);
        console.line(console.style().good(console.style().tick()) + " job " + id + " is "
                + Printable.inOneLine(answer.path("state").asText()));
        return 0;
    }

    private void tell(String line, boolean last) {
        if (last || !console.rewrites()) {
            console.unfinished("");
            console.line(line);
        } else {
            console.unfinished(line);
        }
    }
}
