package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.service.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes references to PDF files out of certificates. */
@Command(name = "purge-pdf", description = "Take references to PDF files out of certificates; nobody is told.")
final class PurgeCommand extends CertificatesAction {
    private static final int MOST = 1_000;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Public ids (verify_uuid).")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--from-config", description = "Ids and --dry-run as they are stored in the service.")
    private boolean fromConfig;

    @Option(names = "--dry-run", description = "Count only, and show the first ten.")
    private boolean dryRun;

    PurgeCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        ServiceApi api = api();
        if (fromConfig) {
            StoredOptions stored = StoredOptions.of(api, "purge_references_to_pdf_certificates");
            ids = stored.many("certificate_ids");
            dryRun = dryRun || stored.flag("dry_run");
        }
        if (ids.isEmpty()) {
            throw wrongUsage("Say the public ids, or --from-config.");
        }
        boolean unknown = false;
        for (int from = 0; from < ids.size(); from += MOST) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST));
            JsonNode answer = api.send(
                    "POST", "/certificates:purge-pdf-references", Map.of("certificate_ids", some, "dry_run", dryRun));
            done(dryRun ? "would purge" : "purged", answer);
            unknown = unknown || !answer.path("unknown").isEmpty();
        }
        return unknown ? REFUSED : DONE;
    }
}
