package org.laurel.stack.certificates;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets the issue date of a certificate, or takes that back. */
@Command(name = "date-override", description = "Set the issue date of a learner's certificate, or take that back.")
final class DateOverrideCommand extends CertificatesAction {
    @Mixin
    private final Case subject = new Case();

    @Option(names = "--date", paramLabel = "DATE", description = "A day, or a time with an offset.")
    private @Nullable String date;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private @Nullable String reason;

    @Option(names = "--remove", description = "Take the date back.")
    private boolean remove;

    DateOverrideCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        String path = subject.path() + "/date-override";
        if (remove) {
            return done("date taken back: " + subject, api().send("DELETE", path, null));
        }
        if (date == null || reason == null) {
            throw wrongUsage("Say --date and --reason, or --remove.");
        }
        return done("date set: " + subject, api().send("PUT", path, Map.of("date", date, "reason", reason)));
    }
}
