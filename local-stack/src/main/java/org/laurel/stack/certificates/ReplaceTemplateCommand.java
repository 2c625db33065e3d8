package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.service.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replaces a piece of text in templates. */
@Command(name = "replace-template", description = "Replace the first occurrence of a text in each of some templates.")
final class ReplaceTemplateCommand extends CertificatesAction {
    @Option(names = "--old-text", paramLabel = "TEXT", description = "What is there, to the letter.")
    private @Nullable String oldText;

    @Option(names = "--new-text", paramLabel = "TEXT", description = "What is to be there.")
    private @Nullable String newText;

    @Option(names = "--templates", split = ",", arity = "1..*", paramLabel = "ID", description = "Ids of templates.")
    private List<Long> templates = new ArrayList<>();

    @Option(names = "--from-config", description = "All of this as it is stored in the service.")
    private boolean fromConfig;

    @Option(names = "--dry-run", description = "Only show the differences.")
    private boolean dryRun;

    ReplaceTemplateCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        ServiceApi api = api();
        if (fromConfig) {
            StoredOptions stored = StoredOptions.of(api, "modify_cert_template");
            oldText = stored.one("old_text");
            newText = stored.one("new_text");
            templates = stored.many("templates").stream().map(Long::valueOf).toList();
            dryRun = dryRun || stored.flag("dry_run");
        }
        if (oldText == null || newText == null || templates.isEmpty()) {
            throw wrongUsage("Say --old-text, --new-text and --templates, or --from-config.");
        }
        JsonNode answer = api.send(
                "POST",
                "/templates:replace",
                Map.of("old_text", oldText, "new_text", newText, "template_ids", templates, "dry_run", dryRun));
        return answer.path("warnings").isEmpty()
                ? done(dryRun ? "would replace" : "replaced", answer)
                : refused("not everywhere", answer);
    }
}
