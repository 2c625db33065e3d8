package org.laurel.stack.certificates;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts a learner on the allowlist of a course run, or takes the learner off it. */
@Command(
        name = "allowlist",
        description = "Put a learner on the allowlist of a course run, or take the learner off it.")
final class AllowlistCommand extends CertificatesAction {
    @Mixin
    private final Case subject = new Case();

    @Option(names = "--notes", paramLabel = "TEXT", description = "Why.")
    private @Nullable String notes;

    @Option(names = "--disable", description = "Keep the entry without effect.")
    private boolean disable;

    @Option(names = "--remove", description = "Take the learner off; a certificate becomes unavailable.")
    private boolean remove;

    AllowlistCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        String path = subject.entry("allowlist");
        if (remove) {
            return done("off the allowlist: " + subject, api().send("DELETE", path, null));
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        if (notes != null) {
            entry.put("notes", notes);
        }
        entry.put("enabled", !disable);
        return done((disable ? "disabled: " : "on the allowlist: ") + subject, api().send("PUT", path, entry));
    }
}
