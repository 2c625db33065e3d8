package org.laurel.stack.certificates;

import java.util.Map;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Declares a certificate invalid, or takes that back. */
final class InvalidationCommand {

    private InvalidationCommand() {}

    /** Declares. */
    @Command(name = "invalidate", description = "Declare a learner's certificate invalid.")
    static final class Invalidate extends CertificatesAction {
        @Mixin
        private final Case subject = new Case();

        @Option(names = "--notes", paramLabel = "TEXT", description = "Why.")
        private String notes = "";

        Invalidate(Console console, StackPaths paths) {
            super(console, paths);
        }

        @Override
        public Integer call() {
            return done(
                    "invalid: " + subject, api().send("PUT", subject.entry("invalidations"), Map.of("notes", notes)));
        }
    }

    /** Takes it back. */
    @Command(name = "revalidate", description = "Take the invalidation of a learner's certificate back.")
    static final class Revalidate extends CertificatesAction {
        @Mixin
        private final Case subject = new Case();

        Revalidate(Console console, StackPaths paths) {
            super(console, paths);
        }

        @Override
        public Integer call() {
            return done("evaluated again: " + subject, api().send("DELETE", subject.entry("invalidations"), null));
        }
    }
}
