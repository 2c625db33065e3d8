package org.laurel.stack.programs;

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
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.service.ServiceAction;
import org.laurel.stack.service.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Awards program credentials that are missing, and revokes those that nothing supports. */
@Command(
        name = "repair",
        description = "Award program credentials that are missing, and revoke those that nothing supports.",
        footer = {
            "",
            "Tells only what would happen, unless --commit is given.",
            "With --watch, exit code 0 if the repair is done, 1 if it was cancelled or waits paused or failed."
        })
public final class RepairCommand extends ServiceAction {
    private static final String BASE = "/repairs";

    @Option(names = "--program", paramLabel = "UUID", description = "Credentials of this program; may be repeated.")
    private List<String> programs = new ArrayList<>();

    @Option(
            names = "--course",
            paramLabel = "KEY",
            description = "Of programs with this course run, of learners with a certificate there; may be repeated.")
    private List<String> courses = new ArrayList<>();

    @Option(names = "--learner", paramLabel = "L", description = "Of this learner, by username or id; may be repeated.")
    private List<String> learners = new ArrayList<>();

    @Option(
            names = "--learners",
            paramLabel = "FILE",
            description = "Of these learners: usernames or ids, the first cell of each line.")
    private @Nullable Path file;

    @Option(names = "--all", description = "Of everybody in every program.")
    private boolean all;

    @Option(names = "--commit", description = "Do it.")
    private boolean commit;

    @Option(names = "--revoke", description = "Revoke what nothing supports, too.")
    private boolean revoke;

    @Option(names = "--no-award", description = "Do not award what is missing.")
    private boolean noAward;

    @Option(names = "--per-second", paramLabel = "N", description = "Learners a second at most (as fast as it goes).")
    private @Nullable Integer perSecond;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private @Nullable String reason;

    @Option(names = "--watch", description = "Follow the repair until it has ended.")
    private boolean watch;

    /** The command. */
    public RepairCommand(Console console, StackPaths paths) {
        super(console, paths, LaurelService.PROGRAMS);
    }

    @Override
    public Integer call() {
        boolean named = !programs.isEmpty() || !courses.isEmpty() || !learners.isEmpty() || file != null;
        if (all == named) {
            throw wrongUsage("Say --program, --course, --learner or --learners; or say --all, and none of these.");
        }
        if (noAward && !revoke) {
            throw wrongUsage("--no-award goes with --revoke: there is nothing to do otherwise.");
        }
        ServiceApi api = api();
        JsonNode started = api.send("POST", BASE, body());
        done(commit ? "started" : "started a dry run", started);
        return watch ? follow(api, started.path("repair").path("id").asLong()) : DONE;
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "programs", programs);
        put(body, "course_runs", courses);
        put(body, "learners", learners);
        if (file != null) {
            body.put("learners_csv", read(file));
        }
        if (all) {
            body.put("all", true);
        }
        body.put("award", !noAward);
        body.put("revoke", revoke);
        body.put("dry_run", !commit);
        if (perSecond != null) {
            body.put("learners_per_second", perSecond);
        }
        if (reason != null) {
            body.put("reason", reason);
        }
        return body;
    }

    private int follow(ServiceApi api, long id) {
        api.follow(BASE + "/" + id + "/events", repair -> {
            console().unfinished(progress(repair));
            return !isOver(repair);
        });
        console().unfinished("");
        JsonNode repair = api.get(BASE + "/" + id);
        hintToResume(repair, repair.path("task_id").asText());
        String state = repair.path("state").asText();
        return state.equals("done") ? done("repair " + id, repair) : refused("repair " + id + " is " + state, repair);
    }

    /** How far it is; before its learners are counted nobody knows of how many. */
    private static String progress(JsonNode repair) {
        String state = repair.path("state").asText();
        long done = repair.path("done").asLong();
        return repair.path("total").isNumber()
                ? String.format(
                        Locale.ROOT,
                        "%s  %,d of %,d learners",
                        state,
                        done,
                        repair.path("total").asLong())
                : String.format(Locale.ROOT, "%s  %,d learners", state, done);
    }

    private static void put(Map<String, Object> body, String member, List<String> values) {
        if (!values.isEmpty()) {
            body.put(member, values);
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
