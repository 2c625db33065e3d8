package org.laurel.stack.cli;

import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at events in Kafka. */
@Command(name = "events", description = "Watch events.", synopsisSubcommandLabel = "(tail)")
final class EventsCommand {

    private EventsCommand() {}

    /** The command with those below it. */
    static CommandLine tree(Console console, StackPaths paths) {
        return new CommandLine(new EventsCommand()).addSubcommand(new TailCommand(console, paths));
    }
}
