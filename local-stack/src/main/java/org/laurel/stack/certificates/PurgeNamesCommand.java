package org.laurel.stack.certificates;

import java.util.Map;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Erases once more what may be left of retired learners. */
@Command(name = "purge-retired-names", description = "Erase once more what may be left of retired learners.")
final class PurgeNamesCommand extends CertificatesAction {
    @Option(names = "--dry-run", description = "Count only, and show the first ten.")
    private boolean dryRun;

    PurgeNamesCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        return done(
                dryRun ? "would erase" : "erases",
                api().send("POST", "/certificates:purge-retired-names", Map.of("dry_run", dryRun)));
    }
}
