package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Regenerates the unverified certificates of several course runs, or of all but some. */
@Command(
        name = "regenerate-unverified",
        description = "Decide anew about the unverified certificates of several course runs, or of all but some.",
        footer = {"", "Exit code 1 if course runs were left out: another run of theirs goes on, or there are too many."
        })
final class RegenerateUnverifiedCommand extends CertificatesAction {
    @Option(
            names = {"-c", "--course-keys"},
            arity = "1..*",
            split = ",",
            paramLabel = "KEY",
            description = "Course runs (all).")
    private List<String> courseKeys = new ArrayList<>();

    @Option(
            names = "--excluded-keys",
            arity = "1..*",
            split = ",",
            paramLabel = "KEY",
            description = "Of all course runs leave these out; not together with --course-keys.")
    private List<String> excludedKeys = new ArrayList<>();

    @Option(
            names = "--batch-size",
            defaultValue = "200",
            paramLabel = "N",
            description = "Learners of one transaction, up to 1000 (200).")
    private int batchSize;

    @Option(
            names = "--sleep-seconds",
            defaultValue = "20",
            paramLabel = "SECONDS",
            description = "Pause between batches (20).")
    private int sleepSeconds;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private @Nullable String reason;

    RegenerateUnverifiedCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        if (!courseKeys.isEmpty() && !excludedKeys.isEmpty()) {
            throw wrongUsage("Say --course-keys or --excluded-keys.");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (!courseKeys.isEmpty()) {
            body.put("course_keys", courseKeys);
        }
        if (!excludedKeys.isEmpty()) {
            body.put("excluded_course_keys", excludedKeys);
        }
        body.put("chunk", batchSize);
        body.put("pause_seconds", sleepSeconds);
        if (reason != null) {
            body.put("reason", reason);
        }
        JsonNode started = api().send("POST", "/generation-runs", body);
        String what = started.path("total").asLong() + " unverified certificates in "
                + started.path("runs").size() + " course runs";
        boolean whole = started.path("busy").isEmpty() && !started.path("more").asBoolean();
        return whole ? done(what, started) : refused(what + ", not in all", started);
    }
}
