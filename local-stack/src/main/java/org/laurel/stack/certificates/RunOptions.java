package org.laurel.stack.certificates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;
import picocli.CommandLine.Option;

/** Whom a generation run takes on and how fast; without, everybody who has no certificate yet. */
final class RunOptions {
    @Option(
            names = "--student-set",
            paramLabel = "SET",
            description = "all, all_allowlisted or allowlisted_not_generated.")
    private @Nullable String studentSet;

    @Option(
            names = "--statuses",
            split = ",",
            paramLabel = "S",
            description = "Only those whose certificate is in one of these; a regeneration.")
    private List<String> statuses = new ArrayList<>();

    @Option(names = "--passing-only", description = "Only those who pass.")
    private boolean passingOnly;

    @Option(
            names = "--learners",
            paramLabel = "FILE",
            description = "Usernames, addresses or ids, the first cell of each line; with no other set.")
    private @Nullable Path learners;

    @Option(names = "--chunk", paramLabel = "N", description = "Learners of one transaction, up to 1000 (1000).")
    private @Nullable Integer chunk;

    @Option(names = "--pause", paramLabel = "SECONDS", description = "Pause between chunks (none).")
    private @Nullable Integer pause;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private @Nullable String reason;

    /** Whether any option says whom. */
    boolean saysWhom() {
        return studentSet != null || !statuses.isEmpty() || passingOnly || learners != null;
    }

    /** Whether a list of learners goes with a set that is none. */
    boolean contradicts() {
        return learners != null && studentSet != null && !studentSet.equals("listed");
    }

    /** The run as the service takes it. */
    Map<String, Object> run() {
        Map<String, Object> run = pace();
        put(run, "student_set", learners == null ? studentSet : "listed");
        put(run, "learners_csv", learners == null ? null : read(learners));
        put(run, "statuses", statuses.isEmpty() ? null : statuses);
        put(run, "passing_only", passingOnly ? true : null);
        return run;
    }

    /** The same for learners that are named otherwise. */
    Map<String, Object> run(List<String> named) {
        Map<String, Object> run = pace();
        run.put("student_set", "listed");
        run.put("learners", named);
        return run;
    }

    private Map<String, Object> pace() {
        Map<String, Object> run = new LinkedHashMap<>();
        put(run, "chunk", chunk);
        put(run, "pause_seconds", pause);
        put(run, "reason", reason);
        return run;
    }

    private static void put(Map<String, Object> run, String member, @Nullable Object value) {
        if (value != null) {
            run.put(member, value);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new StackFailure("There is no file " + file + " in UTF-8.", "Look at the path.", failure);
        }
    }
}
