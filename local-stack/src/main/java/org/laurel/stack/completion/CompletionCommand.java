package org.laurel.stack.completion;

import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands about completion. */
@Command(
        name = "completion",
        synopsisSubcommandLabel = "COMMAND",
        description = "Verify, recount and republish how far learners have come.",
        footer = {"", "Exit code: 0 done, 1 refused, failed or different, 2 wrong usage."})
public final class CompletionCommand {

    private CompletionCommand() {}

    /** The commands, to be added to the tree. */
    public static CommandLine tree(Console console, StackPaths paths) {
        return new CommandLine(new CompletionCommand())
                .addSubcommand(new VerifyCommand(console, paths))
                .addSubcommand(new RebaseCommand(console, paths))
                .addSubcommand(new RepublishCommand(console, paths));
    }
}
