package org.laurel.stack.certificates;

import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands about certificates. */
@Command(
        name = "certificates",
        synopsisSubcommandLabel = "COMMAND",
        description = "Import, explain, change and maintain certificates.",
        footer = {"", "Exit code: 0 done, 1 refused or failed, 2 wrong usage."})
public final class CertificatesCommand {

    private CertificatesCommand() {}

    /** The commands, to be added to the tree. */
    public static CommandLine tree(Console console, StackPaths paths) {
        CommandLine tree = new CommandLine(new CertificatesCommand())
                .addSubcommand(new ImportCommand(console, paths))
                .addSubcommand(new ExplainCommand(console, paths))
                .addSubcommand(new GenerateCommand(console, paths))
                .addSubcommand(new RegenerateUnverifiedCommand(console, paths))
                .addSubcommand(new AllowlistCommand(console, paths))
                .addSubcommand(new InvalidationCommand.Invalidate(console, paths))
                .addSubcommand(new InvalidationCommand.Revalidate(console, paths))
                .addSubcommand(new DateOverrideCommand(console, paths))
                .addSubcommand(new RenotifyCommand(console, paths))
                .addSubcommand(new PurgeCommand(console, paths))
                .addSubcommand(new PurgeNamesCommand(console, paths))
                .addSubcommand(new ReplaceTemplateCommand(console, paths))
                .addSubcommand(new SelfGenerationCommand(console, paths))
                .addSubcommand(new ModeCommand(console, paths))
                .addSubcommand(new ObservedCommand(console, paths));
        verb(tree, "add", "Grant a learner's certificate, or make it anew.", console, paths);
        verb(tree, "regenerate", "Make a learner's certificate anew.", console, paths);
        verb(tree, "delete", "Take a learner's certificate away.", console, paths);
        return tree;
    }

    private static void verb(CommandLine tree, String verb, String description, Console console, StackPaths paths) {
        CommandLine command = new CommandLine(new VerbCommand(verb, console, paths));
        command.getCommandSpec().usageMessage().description(description);
        tree.addSubcommand(verb, command);
    }
}
