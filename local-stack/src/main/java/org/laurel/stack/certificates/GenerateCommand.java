package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Generates certificates of many learners of a course run, now or by the clock. */
@Command(
        name = "generate",
        description = "Generate certificates of many learners of a course run, now or by the clock.")
final class GenerateCommand extends CertificatesAction {
    @Option(names = "--course", paramLabel = "KEY", description = "Key of the course run.")
    private @Nullable String course;

    @ArgGroup
    private @Nullable Whom whom;

    @Option(names = "--watch", description = "Follow the run until it has ended.")
    private boolean watch;

    @Option(names = "--schedule", paramLabel = "CRON", description = "Start runs by the clock: five fields, in UTC.")
    private @Nullable String schedule;

    /** Whom a run takes on; without, everybody who has no certificate yet. */
    static final class Whom {
        @Option(
                names = "--student-set",
                paramLabel = "SET",
                description = "all, all_allowlisted or allowlisted_not_generated.")
        private @Nullable String studentSet;

        @Option(names = "--statuses", split = ",", paramLabel = "S", description = "Certificates in these statuses.")
        private List<String> statuses = new ArrayList<>();

        @Option(
                names = "--learners",
                paramLabel = "FILE",
                description = "Usernames, addresses or ids, the first cell of each line.")
        private @Nullable Path learners;

        @Option(names = "--from-config", description = "Course run and learners as they are stored in the service.")
        private boolean fromConfig;
    }

    GenerateCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        CertificatesApi api = api();
        Map<String, Object> run = whom != null && whom.fromConfig ? stored(api) : run();
        if (course == null) {
            throw wrongUsage("Missing required option: '--course=KEY'");
        }
        String path = "/course-runs/" + encoded(course) + "/generation-";
        if (schedule != null) {
            return done("scheduled", api.send("POST", path + "schedules", Map.of("cron", schedule, "run", run)));
        }
        JsonNode started = api.send("POST", path + "runs", run);
        done("started", started);
        return watch ? follow(api, started.path("id").asLong()) : DONE;
    }

    private Map<String, Object> run() {
        Map<String, Object> run = new LinkedHashMap<>();
        if (whom != null && whom.studentSet != null) {
            run.put("student_set", whom.studentSet);
        }
        if (whom != null && !whom.statuses.isEmpty()) {
            run.put("statuses", whom.statuses);
        }
        if (whom != null && whom.learners != null) {
            run.put("student_set", "listed");
            run.put("learners_csv", read(whom.learners));
        }
        return run;
    }

    private Map<String, Object> stored(CertificatesApi api) {
        StoredOptions options = StoredOptions.of(api, "cert_generation");
        course = course == null ? options.one("course_key") : course;
        return Map.of("student_set", "listed", "learners", options.many("user"));
    }

    private int follow(CertificatesApi api, long id) {
        String[] state = {""};
        api.follow("/generation-runs/" + id + "/events", run -> {
            state[0] = run.path("state").asText();
            console()
                    .unfinished(String.format(
                            Locale.ROOT,
                            "%s  %,d of %,d learners",
                            state[0],
                            run.path("done").asLong(),
                            run.path("total").asLong()));
        });
        console().unfinished("");
        JsonNode run = api.get("/generation-runs/" + id);
        return state[0].equals("done") ? done("run " + id, run) : refused("run " + id + " is " + state[0], run);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new StackFailure("There is no file " + file + " in UTF-8.", "Look at the path.", failure);
        }
    }
}
