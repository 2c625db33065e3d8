package org.laurel.stack.completion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine.Command;

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
public final class RepublishCommand extends CourseRunsAction {

    /** The command. */
    public RepublishCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    int act(@Nullable String course) {
        Map<String, Object> body = course == null ? Map.of("all", true) : Map.of("course_key", course);
        JsonNode started = api().send("POST", "/republications", body);
        int exitCode = done("telling " + named(course) + " once more", started);
        console()
                .hint("Follow it with ./laurel jobs watch "
                        + started.path("task_id").asText() + " --service completion.");
        return exitCode;
    }
}
