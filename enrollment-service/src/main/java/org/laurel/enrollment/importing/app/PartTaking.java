package org.laurel.enrollment.importing.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.importing.app.FileStaging.Stage;
import org.laurel.enrollment.importing.db.ImportTable;
import org.laurel.enrollment.importing.db.ImportTable.Locked;
import org.laurel.enrollment.importing.db.ImportTable.Part;
import org.laurel.enrollment.importing.domain.ImportFormat;
import org.laurel.enrollment.importing.domain.RowKind;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Takes parts of imports in, row by row; a part that comes again changes nothing. */
@ApplicationScoped
public class PartTaking {

    private final ImportTable imports;
    private final FileStaging staging;
    private final ObjectMapper json;
    private final long largestImport;

    PartTaking(
            ImportTable imports,
            FileStaging staging,
            ObjectMapper json,
            @ConfigProperty(name = "laurel.import.max-size") MemorySize largestImport) {
        this.imports = imports;
        this.staging = staging;
        this.json = json;
        this.largestImport = largestImport.asLongValue();
    }

    /** A part to take, by its number from 1. */
    public record Take(long importId, int number, SentFile file) {}

    /** A part that is there. */
    public record Taken(int number, long rows, long size, String sha256) {}

    /**
     * Takes the parts.
     *
     * @throws ProblemException when an import is not open, is too large, or has another part of the number; when a file is not
     *     what its media type says; when CSV files come before the first one, which names the columns
     */
    @Transactional
    public List<Taken> apply(List<Take> commands) {
        return commands.stream().map(this::take).toList();
    }

    private Taken take(Take take) {
        Locked locked = imports.lock(take.importId()).orElseThrow(() -> ImportProblems.unknown(take.importId()));
        SentFile file = take.file();
        List<Part> there = imports.parts(locked.id());
        Optional<Part> same =
                there.stream().filter(part -> part.number() == take.number()).findFirst();
        if (same.isPresent()) {
            return repeated(same.get(), file);
        }
        requireRoom(locked, there, file);
        requireShape(locked, take);
        return new Taken(take.number(), read(locked, take), file.size(), file.sha256());
    }

    private static Taken repeated(Part there, SentFile file) {
        if (!there.sha256().equals(file.sha256())) {
            throw ImportProblems.conflict(
                    "part_differs",
                    "Part " + there.number() + " is here already, with other content. Begin another import.");
        }
        return new Taken(there.number(), there.rows(), there.size(), there.sha256());
    }

    private void requireRoom(Locked locked, List<Part> there, SentFile file) {
        if (!locked.isOpen()) {
            throw ImportProblems.conflict(
                    "import_started", "The import has started and takes no more parts. Begin another one.");
        }
        if (there.stream().mapToLong(Part::size).sum() + file.size() > largestImport) {
            throw new ProblemException(Problem.of(
                    413,
                    "import_too_large",
                    "All parts of an import have at most " + largestImport
                            + " bytes. Begin another import for the rest."));
        }
    }

    private static void requireShape(Locked locked, Take take) {
        if (locked.format() != null && locked.format() != take.file().format()) {
            throw ProblemException.badRequest(
                    "format_differs",
                    "All parts of an import have one format: this one is "
                            + locked.format().slug());
        }
        if (take.file().format() == ImportFormat.CSV && locked.header() == null && take.number() != 1) {
            throw ImportProblems.conflict(
                    "header_missing", "Send part 1 first: its header row names the columns of all parts.");
        }
    }

    private long read(Locked locked, Take take) {
        SentFile file = take.file();
        RowKind kind = RowKind.of(locked.kind()).orElseThrow(() -> new IllegalStateException("bundles have no parts"));
        try (BufferedReader text = SentText.open(Files.newInputStream(file.path()))) {
            RowSource source = file.format() == ImportFormat.CSV
                    ? new CsvRows(
                            text, new CsvRows.Columns(kind.required(), kind::reads), locked.header(), file.firstLine())
                    : new JsonLines(text, json, kind, file.firstLine());
            if (locked.format() == null) {
                imports.shape(locked.id(), file.format(), source.header());
            }
            String name = "part " + take.number();
            return staging.apply(List.of(
                            new Stage(locked.id(), take.number(), kind, name, file.sha256(), file.size(), source)))
                    .getFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
