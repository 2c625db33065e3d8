package org.laurel.stack.completion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.service.ServiceAction;
import org.laurel.stack.service.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts all learners of course runs again. */
@Command(
        name = "rebase",
        description = "Count all learners of a course run again, from what they completed.",
        footer = {"", "Stored sums are always current: this is for when somebody has changed rows by hand."})
public final class RebaseCommand extends ServiceAction {

    @Option(names = "--course", required = true, paramLabel = "KEY", description = "The course run; may be repeated.")
    private List<String> courses = new ArrayList<>();

    /** The command. */
    public RebaseCommand(Console console, StackPaths paths) {
        super(console, paths, LaurelService.COMPLETION);
    }

    @Override
    public Integer call() {
        ServiceApi api = api();
        for (String course : courses) {
            JsonNode started = api.post("/course-structures/" + course + ":recount");
            done("counting " + course + " again", started);
            console()
                    .hint("Follow it with ./laurel jobs watch "
                            + started.path("task_id").asText() + " --service completion.");
        }
        return DONE;
    }
}
