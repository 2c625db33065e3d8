package org.laurel.stack.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackPaths;
import org.laurel.stack.console.Console;
import org.laurel.stack.console.Printable;
import org.laurel.stack.service.ServiceApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports existing certificates of another system. */
@Command(
        name = "import",
        description = "Import existing certificates from a JSON Lines or CSV file.",
        footer = {
            "",
            "Exit code 0 if every row was taken, 1 if a row was refused, the import ended early, or it waits paused or failed."
        })
final class ImportCommand extends CertificatesAction {
    private static final int SHOWN = 10;

    @Parameters(paramLabel = "FILE", description = "The file, of any size, in UTF-8.")
    private Path file = Path.of("");

    @Option(names = "--format", paramLabel = "F", description = "jsonl or csv (by the file's name).")
    private @Nullable String format;

    @Option(names = "--announce", description = "Tell other systems of the certificates.")
    private boolean announce;

    @Option(names = "--dry-run", description = "Check the rows only.")
    private boolean dryRun;

    @Option(
            names = "--resume",
            paramLabel = "ID",
            description = "Go on with this import; parts of the file that are there already are compared only.")
    private @Nullable Long resumed;

    ImportCommand(Console console, StackPaths paths) {
        super(console, paths);
    }

    @Override
    public Integer call() {
        if (resumed != null && (announce || dryRun)) {
            throw wrongUsage("--announce and --dry-run were chosen when import " + resumed + " was opened.");
        }
        boolean csv = isCsv();
        if (!Files.isReadable(file)) {
            throw new StackFailure("There is no file " + file + " that can be read.", "Look at the path.");
        }
        ServiceApi api = api();
        JsonNode begun = resumed == null ? opened(api) : api.get("/imports/" + resumed);
        String path = "/imports/" + begun.path("id").asLong();
        if (begun.path("state").asText("open").equals("open")) {
            send(api, path, csv);
            api.post(path + "/start");
        }
        api.follow(path + "/events", this::show);
        return report(api, path);
    }

    private JsonNode opened(ServiceApi api) {
        JsonNode opened = api.post("/imports?announce=" + announce + "&dry_run=" + dryRun);
        String id = opened.path("id").asText();
        console().hint("Import " + id + ". Should this break off: --resume " + id + " with the same file.");
        return opened;
    }

    private boolean isCsv() {
        String name = format == null ? String.valueOf(file.getFileName()) : "." + format;
        String kind = name.toLowerCase(Locale.ROOT);
        if (kind.endsWith(".csv")) {
            return true;
        }
        if (kind.endsWith(".jsonl") || kind.endsWith(".ndjson")) {
            return false;
        }
        throw wrongUsage("Say --format jsonl or --format csv: the file's name does not tell.");
    }

    private void send(ServiceApi api, String path, boolean csv) {
        try (InputStream bytes = Files.newInputStream(file)) {
            FileParts parts = new FileParts(bytes, csv);
            int number = 0;
            for (FileParts.Part part = parts.next(); part != null; part = parts.next()) {
                number++;
                api.upload(
                        path + "/parts?n=" + number + "&first_line=" + part.firstLine(),
                        csv ? "text/csv" : "application/x-ndjson",
                        part.bytes());
                console().unfinished("sent " + part.sent() / 1024 + " KiB");
            }
        } catch (IOException failure) {
            throw new StackFailure("The file " + file + " cannot be read.", "Look at its rights.", failure);
        }
    }

    /** Shows how far it is; false when that is all. */
    private boolean show(JsonNode report) {
        console()
                .unfinished(String.format(
                        Locale.ROOT,
                        "%,d of %,d rows",
                        report.path("done").asLong(),
                        report.path("rows").asLong()));
        return !isOver(report);
    }

    private int report(ServiceApi api, String path) {
        JsonNode report = api.get(path);
        console().unfinished("");
        console().line(report.toPrettyString());
        JsonNode problems = api.get(path + "/problems?limit=" + SHOWN).path("results");
        problems.forEach(problem -> console()
                .line(Printable.inOneLine("row " + problem.path("row").asText() + ": "
                        + problem.path("code").asText() + " "
                        + problem.path("message").asText())));
        hintToResume(report, report.path("job_id").asText());
        boolean whole = report.path("state").asText().equals("done")
                && report.path("refused").isEmpty();
        if (!problems.isEmpty()) {
            console().hint("All of them: GET /api/certificates/v1" + path + "/problems, as JSON or text/csv.");
        }
        return whole ? DONE : REFUSED;
    }
}
