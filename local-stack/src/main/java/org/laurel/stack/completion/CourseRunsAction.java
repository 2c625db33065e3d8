package org.laurel.stack.completion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.service.ServiceAction;
import picocli.CommandLine.Option;

/** A command about named course runs, or about all of them. One that is refused keeps none of the others from its turn. */
abstract class CourseRunsAction extends ServiceAction {

    @Option(names = "--course", paramLabel = "KEY", description = "The course run; may be repeated.")
    private List<String> courses = new ArrayList<>();

    @Option(names = "--all", description = "All course runs, by one job.")
    private boolean all;

    CourseRunsAction(Console console, StackPaths paths) {
        super(console, paths, LaurelService.COMPLETION);
    }

    /**
     * Does what the command is for.
     *
     * @param course null for all course runs
     * @return the exit code
     */
    abstract int act(@Nullable String course);

    @Override
    public final Integer call() {
        if (all != courses.isEmpty()) {
            throw wrongUsage("Say --course, or say --all.");
        }
        if (all) {
            return act(null);
        }
        int exitCode = DONE;
        for (String course : courses) {
            exitCode = Math.max(exitCode, actOn(course));
        }
        return exitCode;
    }

    private int actOn(String course) {
        try {
            return act(course);
        } catch (StackFailure refused) {
            console().failure(course + ": " + refused.what(), refused.advice());
            return REFUSED;
        }
    }

    /** How messages name what the command is about. */
    static String named(@Nullable String course) {
        return course == null ? "all course runs" : course;
    }
}
