package org.laurel.stack.completion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.service.ServiceAction;
import org.laurel.stack.service.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares stored sums with walks over whole courses. */
@Command(
        name = "verify",
        description = "Compare stored sums with walks over whole courses, and follow until it has ended.",
        footer = {
            "",
            "Looks at everybody in every course run with --all, otherwise at those whom the options choose.",
            "Exit code 0 if nothing differs, 1 if anything does or the verification did not come to its end."
        })
public final class VerifyCommand extends ServiceAction {
    private static final String BASE = "/verifications";

    @Option(names = "--course", paramLabel = "KEY", description = "In this course run only.")
    private @Nullable String course;

    @Option(names = "--learner", paramLabel = "U", description = "Only this learner, by username; may be repeated.")
    private List<String> learners = new ArrayList<>();

    @Option(names = "--sample", paramLabel = "N", description = "Draw so many learners in course runs.")
    private @Nullable Integer sample;

    @Option(names = "--all", description = "Everybody in every course run.")
    private boolean all;

    @Option(
            names = "--numbers",
            paramLabel = "WHICH",
            description =
                    "Which numbers of course runs to count again: none, learners or all (all of everybody's, learners"
                            + " otherwise).")
    private @Nullable String numbers;

    @Option(names = "--repair", description = "Count again what differs.")
    private boolean repair;

    /** The command. */
    public VerifyCommand(Console console, StackPaths paths) {
        super(console, paths, LaurelService.COMPLETION);
    }

    @Override
    public Integer call() {
        boolean chosen = course != null || !learners.isEmpty() || sample != null;
        if (all == chosen) {
            throw wrongUsage("Say --course, --learner or --sample; or say --all, and none of these.");
        }
        if (!learners.isEmpty() && sample != null) {
            throw wrongUsage("--sample goes with no --learner.");
        }
        ServiceApi api = api();
        long id = api.send("POST", BASE, body()).path("id").asLong();
        api.follow(BASE + "/" + id + "/events", verification -> {
            console().unfinished(progress(verification));
            return !isOver(verification);
        });
        console().unfinished("");
        return result(id, api.get(BASE + "/" + id));
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        if (course != null) {
            body.put("course_key", course);
        }
        if (!learners.isEmpty()) {
            body.put("learners", learners);
        }
        if (sample != null) {
            body.put("sample", sample);
        }
        if (numbers != null) {
            body.put("numbers", numbers);
        }
        body.put("repair", repair);
        return body;
    }

    private int result(long id, JsonNode verification) {
        hintToResume(verification, verification.path("task_id").asText());
        String state = verification.path("state").asText();
        if (!state.equals("done")) {
            return refused("verification " + id + " is " + state, verification);
        }
        long rows = verification.path("counts").path("rows").asLong();
        long different = verification.path("counts").path("numbers").asLong();
        String behind = behind(verification.path("counts").path("behind").asLong());
        return rows + different == 0
                ? done("verification " + id + ": nothing differs" + behind, verification)
                : refused(
                        String.format(
                                Locale.ROOT,
                                "verification %d: %,d rows of learners and %,d numbers of course runs differ%s",
                                id,
                                rows,
                                different,
                                behind),
                        verification);
    }

    private static String behind(long learners) {
        return learners == 0
                ? ""
                : String.format(
                        Locale.ROOT, "; %,d learners in course runs are behind and being counted again", learners);
    }

    /** How far it is; before its learners are counted nobody knows of how many. */
    static String progress(JsonNode verification) {
        String state = verification.path("state").asText();
        long done = verification.path("done").asLong();
        return verification.path("total").isNumber()
                ? String.format(
                        Locale.ROOT,
                        "%s  %,d of %,d learners in course runs",
                        state,
                        done,
                        verification.path("total").asLong())
                : String.format(Locale.ROOT, "%s  %,d learners in course runs", state, done);
    }
}
