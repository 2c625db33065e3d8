package org.laurel.stack.cli;

import java.util.concurrent.Callable;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.demo.Crowd;
import org.laurel.stack.demo.DemoContext;
import org.laurel.stack.demo.Story;
import org.laurel.stack.run.RunState;
import org.laurel.stack.run.RunStateFile;
import org.laurel.stack.token.SigningKeys;
import org.laurel.stack.token.TokenIssuer;
import org.laurel.stack.token.TokenRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does the main job on the running stack. */
@Command(
        name = "demo",
        description =
                "Do what a learning platform does: register, enroll, publish completions and grades; show the result.",
        footer = {"", "May be repeated. Exit code 0 if everything happened that had to, 1 otherwise."})
final class DemoCommand implements Callable<Integer> {
    private static final int FEWEST = 10;
    private static final int MOST = 200_000;

    @Option(
            names = "--learners",
            paramLabel = "N",
            description = "With this many learners instead of four, and the rate of every stage (10 to 200000).")
    private int learners;

    private final Console console;
    private final StackPaths paths;

    DemoCommand(Console console, StackPaths paths) {
        this.console = console;
        this.paths = paths;
    }

    @Override
    public Integer call() {
        if (learners != 0 && (learners < FEWEST || learners > MOST)) {
            throw new StackFailure(
                    "--learners must be from " + FEWEST + " to " + MOST + ".",
                    "Example: ./laurel demo --learners 10000");
        }
        RunState state = new RunStateFile(paths).running();
        String token = new TokenIssuer(SigningKeys.in(paths.keys())).issue(TokenRequest.role("service"));
        DemoContext context = new DemoContext(console, state, token);
        boolean happened = learners == 0 ? new Story(context).play() : new Crowd(context, learners).play();
        return happened ? 0 : 1;
    }
}
