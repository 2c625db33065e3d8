package org.laurel.stack.completion;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.service.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts all learners of course runs again. */
@Command(
        name = "rebase",
        description =
                "Count all learners of a course run again, from what they completed, and follow until it has ended.",
        footer = {
            "",
            "Stored sums are always current: this is for when somebody has changed rows by hand.",
            "Several course runs, and all of them, are counted one after the other.",
            "Exit code 0 if all were counted to the end, 1 otherwise."
        })
public final class RebaseCommand extends CourseRunsAction {

    @Option(names = "--no-follow", description = "Only begin; all course runs that are named at the same time.")
    private boolean detached;

    /** The command. */
    public RebaseCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    int act(@Nullable String course) {
        String what = named(course);
        JsonNode started = api().post(course == null ? "/recounts" : "/course-structures/" + course + ":recount");
        String job = started.path("task_id").asText();
        if (detached) {
            console().hint("Follow it with ./laurel jobs watch " + job + " --service completion.");
            return done("counting " + what + " again", started);
        }
        ServiceApi operations = operations();
        operations.follow("/jobs/" + job + "/events", now -> {
            console().unfinished(VerifyCommand.progress(now));
            return !isOver(now);
        });
        console().unfinished("");
        JsonNode ended = operations.get("/jobs/" + job);
        hintToResume(ended, job);
        if (!ended.path("state").asText().equals("done")) {
            return refused(
                    "counting " + what + " again is " + ended.path("state").asText(), ended);
        }
        long failed = ended.path("counts").path("failed").asLong();
        return failed == 0
                ? done("counted " + what + " again", ended)
                : refused("counted " + what + " again, but for learners who could not be counted: " + failed, ended);
    }
}
