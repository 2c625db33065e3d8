package org.laurel.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Printable;
import org.laurel.stack.operation.JobLine;
import org.laurel.stack.rest.JsonClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has services tell once more what others may have missed. */
@Command(
        name = "reconcile",
        description = "Tell other systems once more what they may have missed, without changing anything.",
        footer = {
            "",
            "What is said narrows together: --course and --learner means these learners in this course run.",
            "Whoever knows it already hears nothing new, except an Open edX site, which is told the whole state once"
                    + " more.",
            "Exit code 0 if all services began (with --watch: are done), 1 otherwise."
        })
final class ReconcileCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Option(
            names = "--service",
            paramLabel = "S",
            required = true,
            description = "certificates, enrollment, programs, completion, or all: enrollment first.")
    private String service = ALL;

    @Option(names = "--course", paramLabel = "KEY", description = "About this course run.")
    private @Nullable String course;

    @Option(names = "--learner", paramLabel = "ID", description = "About this learner; may be repeated.")
    private List<String> learners = new ArrayList<>();

    @Option(names = "--from", paramLabel = "TIME", description = "Changed in the service from then on.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Changed in the service until then.")
    private @Nullable String until;

    @Option(names = "--everything", description = "Everything, when nothing else is said.")
    private boolean everything;

    @Option(names = "--dry-run", description = "Count only.")
    private boolean dryRun;

    @Option(names = "--watch", description = "Follow each job until it has ended.")
    private boolean watch;

    @Mixin
    private final DeploymentOptions deployment;

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    ReconcileCommand(Console console, StackPaths paths) {
        this.console = console;
        this.deployment = new DeploymentOptions(console, paths);
    }

    @Override
    public Integer call() {
        Map<String, Object> body = body();
        JsonClient client = deployment.client();
        int exitCode = 0;
        for (LaurelService one : chosen()) {
            try {
                exitCode = Math.max(exitCode, reconcile(client, one, body));
            } catch (StackFailure refused) {
                console.failure(one.label() + ": " + refused.what(), refused.advice());
                exitCode = 1;
            }
        }
        return exitCode;
    }

    /** What others refer to is told before what refers to it. */
    private List<LaurelService> chosen() {
        return service.equals(ALL)
                ? List.of(
                        LaurelService.ENROLLMENT,
                        LaurelService.COMPLETION,
                        LaurelService.CERTIFICATES,
                        LaurelService.PROGRAMS)
                : List.of(LaurelService.named(service));
    }

    private int reconcile(JsonClient client, LaurelService one, Map<String, Object> body) {
        JsonNode answer = client.accepted(client.send(client.request(one.operationsPath() + "/reconcile")
                .header("Content-Type", "application/json")
                .POST(JsonClient.body(body))
                .build()));
        String label = console.style().strong(one.label());
        if (dryRun) {
            String selected = answer.path("selected").properties().stream()
                    .map(kind -> kind.getKey() + " " + kind.getValue().asText())
                    .collect(Collectors.joining(", "));
            console.line(label + "  " + Printable.inOneLine(selected)
                    + (answer.path("exact").asBoolean(true) ? "" : ", or more: too many to count"));
            return 0;
        }
        String job = Printable.inOneLine(answer.path("job_id").asText());
        console.line(console.style().good(console.style().tick()) + " " + label + "  tells, by job " + job);
        if (watch) {
            return follow(client, one, job);
        }
        console.hint("Follow it with ./laurel jobs watch " + job + " --service " + one.label() + ".");
        return 0;
    }

    private int follow(JsonClient client, LaurelService one, String job) {
        JsonNode[] last = new JsonNode[1];
        long began = System.nanoTime();
        client.follow(one.operationsPath() + "/jobs/" + job + "/events", state -> {
            last[0] = state;
            console.unfinished(new JobLine(state, 0, Duration.ofNanos(System.nanoTime() - began)).text());
            return !List.of("done", "cancelled", "failed", "paused")
                    .contains(state.path("state").asText());
        });
        console.unfinished("");
        if (last[0] == null) {
            return 1;
        }
        console.line("  " + JobLine.once(last[0]).text());
        return last[0].path("state").asText().equals("done") ? 0 : 1;
    }

    private Map<String, Object> body() {
        if (course == null && learners.isEmpty() && from == null && until == null && !everything) {
            throw wrongUsage("Say --course, --learner, --from or --to, or --everything.");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("course_key", course);
        body.put("learner_ids", learners);
        body.put("from", time("--from", from));
        body.put("until", time("--to", until));
        body.put("all", everything);
        body.put("dry_run", dryRun);
        return body;
    }

    private @Nullable String time(String option, @Nullable String text) {
        try {
            return text == null ? null : instant(text).toString();
        } catch (DateTimeParseException malformed) {
            throw wrongUsage(option + " is a time such as 2031-02-03T04:05:06Z.");
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private ParameterException wrongUsage(String what) {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before the call");
        }
        return new ParameterException(spec.commandLine(), what);
    }
}
