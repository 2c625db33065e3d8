package org.laurel.stack.cli;

import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.certificates.CertificatesCommand;
import org.laurel.stack.completion.CompletionCommand;
import org.laurel.stack.console.Console;
import org.laurel.stack.programs.RepairCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands of {@code laurel}, with one way to report failures. */
public final class CommandTree {
    private static final int REFUSED = 1;
    private static final int USAGE_WIDTH = 120;

    /** The root, which only shows the usage. */
    @Command(
            name = "laurel",
            synopsisSubcommandLabel = "COMMAND",
            description = "Runs Laurel on this machine.",
            subcommands = CommandLine.HelpCommand.class,
            footer = {
                "",
                "Besides: ./laurel test (build and run all tests), ./laurel mvn ... (Maven with the right JDK).",
                "Exit code: 0 done, 1 refused or failed, 2 wrong usage."
            })
    private static final class Root {}

    private CommandTree() {}

    /** The command line of a source tree. */
    public static CommandLine of(Console console, StackPaths paths) {
        CommandLine root = new CommandLine(new Root())
                .addSubcommand(new UpCommand(console, paths))
                .addSubcommand(new DownCommand(console, paths))
                .addSubcommand(new DemoCommand(console, paths))
                .addSubcommand(new StatusCommand(console, paths))
                .addSubcommand(new LogsCommand(console, paths))
                .addSubcommand(new ResetCommand(console, paths))
                .addSubcommand(new TokenCommand(console, paths))
                .addSubcommand(new SendCommand(console, paths))
                .addSubcommand(new TailCommand(console, paths))
                .addSubcommand(EventsCommand.tree(console, paths))
                .addSubcommand(new TraceCommand(console, paths))
                .addSubcommand(new ParkedCommand(console, paths))
                .addSubcommand(new OutboxCommand(console, paths))
                .addSubcommand(new ReconcileCommand(console, paths))
                .addSubcommand(new ExportCommand(console, paths))
                .addSubcommand(new ConsumersCommand(console, paths))
                .addSubcommand(new BrakeCommand(console, paths))
                .addSubcommand(new JobsCommand(console, paths))
                .addSubcommand(CertificatesCommand.tree(console, paths))
                .addSubcommand(new RepairCommand(console, paths))
                .addSubcommand(CompletionCommand.tree(console, paths));
        helpful(root);
        return root.setUsageHelpWidth(USAGE_WIDTH)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(console, failure));
    }

    /** Lets every command, however deep, show its options. */
    private static void helpful(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help.")
                    .build());
        }
        command.getSubcommands().values().forEach(CommandTree::helpful);
    }

    private static int report(Console console, Exception failure) {
        if (failure instanceof StackFailure known) {
            console.failure(known.what(), known.advice());
        } else {
            console.failure(
                    "Unexpected: " + failure, "This is a defect of the command; please report it with this line.");
        }
        return REFUSED;
    }
}
