package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.rest.JsonClient;
import org.laurel.stack.service.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Generates certificates of many learners of a course run, now or by the clock. */
@Command(
        name = "generate",
        description = "Generate certificates of many learners of a course run, now or by the clock.",
        footer = {"", "With --watch, exit code 0 if the run is done, 1 if it was cancelled or waits paused or failed."})
final class GenerateCommand extends CertificatesAction {
    @Option(names = "--course", paramLabel = "KEY", description = "Key of the course run.")
    private @Nullable String course;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--from-config", description = "Course run and learners as they are stored in the service.")
    private boolean fromConfig;

    @Option(names = "--watch", description = "Follow the run until it has ended.")
    private boolean watch;

    @Option(names = "--schedule", paramLabel = "CRON", description = "Start runs by the clock: five fields.")
    private @Nullable String schedule;

    @Option(names = "--zone", paramLabel = "Z", description = "Time zone of --schedule, such as Europe/Berlin (UTC).")
    private @Nullable String zone;

    @Option(names = "--once-at", paramLabel = "TIME", description = "Start one run at this time.")
    private @Nullable String onceAt;

    GenerateCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        requireSense();
        ServiceApi api = api();
        Map<String, Object> run = fromConfig ? stored(api) : options.run();
        if (course == null) {
            throw wrongUsage("The stored arguments name no course run: give '--course=KEY'");
        }
        String path = "/course-runs/" + JsonClient.encoded(course) + "/generation-";
        if (schedule != null || onceAt != null) {
            return done("scheduled", api.send("POST", path + "schedules", timed(run)));
        }
        JsonNode started = api.send("POST", path + "runs", run);
        done("started", started);
        return watch ? follow(api, started.path("id").asLong()) : DONE;
    }

    private void requireSense() {
        if (course == null && !fromConfig) {
            throw wrongUsage("Missing required option: '--course=KEY'");
        }
        if (fromConfig && options.saysWhom()) {
            throw wrongUsage("--from-config says whom; leave out what else does.");
        }
        if (options.contradicts()) {
            throw wrongUsage("--learners goes with no other --student-set.");
        }
        if (schedule != null && onceAt != null) {
            throw wrongUsage("Say --schedule or --once-at.");
        }
        if (zone != null && schedule == null) {
            throw wrongUsage("--zone is that of --schedule; --once-at names its own.");
        }
        if (watch && (schedule != null || onceAt != null)) {
            throw wrongUsage("--watch follows a run that starts now.");
        }
    }

    private Map<String, Object> timed(Map<String, Object> run) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (onceAt != null) {
            body.put("once_at", onceAt);
        } else if (schedule != null) {
            body.put("cron", schedule);
        }
        if (zone != null) {
            body.put("zone", zone);
        }
        body.put("run", run);
        return body;
    }

    private Map<String, Object> stored(ServiceApi api) {
        StoredOptions stored = StoredOptions.of(api, "cert_generation");
        course = course == null ? stored.one("course_key") : course;
        return options.run(stored.many("user"));
    }

    private int follow(ServiceApi api, long id) {
        api.follow("/generation-runs/" + id + "/events", run -> {
            console()
                    .unfinished(String.format(
                            Locale.ROOT,
                            "%s  %,d of %,d learners",
                            run.path("state").asText(),
                            run.path("done").asLong(),
                            run.path("total").asLong()));
            return !isOver(run);
        });
        console().unfinished("");
        JsonNode run = api.get("/generation-runs/" + id);
        hintToResume(run, run.path("task_id").asText());
        String state = run.path("state").asText();
        return state.equals("done") ? done("run " + id, run) : refused("run " + id + " is " + state, run);
    }
}
