package org.laurel.stack.completion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.service.ServiceAction;
import org.laurel.stack.service.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells the sums of course runs once more. */
@Command(
        name = "republish",
        description = "Tell how far learners have come in course runs once more.",
        footer = {
            "",
            "For receivers that have missed it, certificates-service with a first threshold for instance.",
            "Whoever knows it already hears nothing new.",
            "Exit code 0 if all were begun, 1 otherwise."
        })
public final class RepublishCommand extends ServiceAction {

    @Option(names = "--course", paramLabel = "KEY", description = "The course run; may be repeated.")
    private List<String> courses = new ArrayList<>();

    @Option(names = "--all", description = "All course runs.")
    private boolean all;

    /** The command. */
    public RepublishCommand(Console console, StackPaths paths) {
        super(console, paths, LaurelService.COMPLETION);
    }

    @Override
    public Integer call() {
        if (all != courses.isEmpty()) {
            throw wrongUsage("Say --course, or say --all.");
        }
        ServiceApi api = api();
        if (all) {
            start(api, "all course runs", Map.of("all", true));
        }
        int exitCode = DONE;
        for (String course : courses) {
            exitCode = Math.max(exitCode, startOne(api, course));
        }
        return exitCode;
    }

    /** A course run that the service knows nothing of keeps none of the others from being told. */
    private int startOne(ServiceApi api, String course) {
        try {
            start(api, course, Map.of("course_key", course));
            return DONE;
        } catch (StackFailure refused) {
            console().failure(course + ": " + refused.what(), refused.advice());
            return REFUSED;
        }
    }

    private void start(ServiceApi api, String what, Map<String, Object> body) {
        JsonNode started = api.send("POST", "/republications", body);
        done("telling " + what + " once more", started);
        console()
                .hint("Follow it with ./laurel jobs watch "
                        + started.path("task_id").asText() + " --service completion.");
    }
}
