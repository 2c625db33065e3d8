package org.laurel.stack.certificates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells other systems once more how certificates are. */
@Command(
        name = "renotify",
        description = "Tell other systems once more how certificates are.",
        footer = {"", "At least one of --course, --learner-id, --start and --end."})
final class RenotifyCommand extends CertificatesAction {
    @Option(names = "--course", paramLabel = "KEY", description = "Of this course run; may be repeated.")
    private List<String> courses = new ArrayList<>();

    @Option(names = "--learner-id", paramLabel = "ID", description = "Of this learner; may be repeated.")
    private List<String> learners = new ArrayList<>();

    @Option(names = "--start", paramLabel = "TIME", description = "Changed since then.")
    private @Nullable String start;

    @Option(names = "--end", paramLabel = "TIME", description = "Changed until then.")
    private @Nullable String end;

    @Option(names = "--throttle", paramLabel = "D", description = "Pause after each thousand, such as PT5S.")
    private @Nullable String throttle;

    @Option(names = "--dry-run", description = "Count only, and show the first ten.")
    private boolean dryRun;

    RenotifyCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        if (courses.isEmpty() && learners.isEmpty() && start == null && end == null) {
            throw wrongUsage("Say --course, --learner-id, --start or --end: nobody means all certificates.");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("course_keys", courses);
        body.put("learner_ids", learners);
        body.put("start", start);
        body.put("end", end);
        body.put("throttle", throttle);
        body.put("dry_run", dryRun);
        return done(dryRun ? "would tell of" : "tells of", api().send("POST", "/certificates:renotify", body));
    }
}
