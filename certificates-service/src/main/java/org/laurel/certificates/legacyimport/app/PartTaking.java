package org.laurel.certificates.legacyimport.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.certificates.legacyimport.db.ImportRows;
import org.laurel.certificates.legacyimport.db.ImportTable;
import org.laurel.certificates.legacyimport.db.ImportTable.Locked;
import org.laurel.certificates.legacyimport.db.ImportTable.Part;
import org.laurel.certificates.legacyimport.domain.ImportFormat;
import org.laurel.certificates.legacyimport.domain.RawRow;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Takes parts of imports in, row by row; a part that comes again changes nothing. */
@ApplicationScoped
public class PartTaking {

    private static final int BATCH = 1_000;

    private final ImportTable imports;
    private final ImportRows rows;
    private final ObjectMapper json;
    private final Clock clock;
    private final long largestImport;

    PartTaking(
            ImportTable imports,
            ImportRows rows,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "laurel.import.max-size") MemorySize largestImport) {
        this.imports = imports;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
        this.largestImport = largestImport.asLongValue();
    }

    /** A part to take, by its number from 1. */
    public record Take(long importId, int number, SentFile file) {}

    /** A part that is there. */
    public record Taken(int number, long rows, long size, String sha256) {
        static Taken of(Part part) {
            return new Taken(part.number(), part.rows(), part.size(), part.sha256());
        }
    }

    /**
     * Takes the parts.
     *
     * @throws ProblemException when an import is not open, is too large, or has another part of the number; when a file is not
     *     what its media type says; when CSV files come before the first one, which names the columns
     */
    @Transactional
    public List<Taken> apply(List<Take> commands) {
        return commands.stream().map(this::take).map(Taken::of).toList();
    }

    private Part take(Take take) {
        Locked locked = imports.lock(take.importId()).orElseThrow(() -> ImportProblems.unknown(take.importId()));
        List<Part> there = imports.parts(locked.id());
        Optional<Part> same =
                there.stream().filter(part -> part.number() == take.number()).findFirst();
        if (same.isPresent()) {
            return repeated(same.get(), take.file());
        }
        requireRoom(locked, there, take.file());
        requireShape(locked, take);
        long taken = read(locked, take);
        Part part = new Part(take.number(), take.file().sha256(), take.file().size(), taken);
        imports.add(locked.id(), part, clock.instant());
        return part;
    }

    private static Part repeated(Part there, SentFile file) {
        if (!there.sha256().equals(file.sha256())) {
            throw conflict(
                    "part_differs",
                    "Part " + there.number() + " is here already, with other content. Begin another import.");
        }
        return there;
    }

    private void requireRoom(Locked locked, List<Part> there, SentFile file) {
        if (!locked.isOpen()) {
            throw conflict("import_started", "The import has started and takes no more parts. Begin another one.");
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
            throw conflict("header_missing", "Send part 1 first: its header row names the columns of all parts.");
        }
    }

    private long read(Locked locked, Take take) {
        SentFile file = take.file();
        try (Utf8Text text = new Utf8Text(Files.newInputStream(file.path()), file.firstLine())) {
            RowSource source =
                    file.format() == ImportFormat.CSV ? new CsvRows(text, locked.header()) : new JsonLines(text, json);
            if (locked.format() == null) {
                imports.shape(locked.id(), file.format(), source.header());
            }
            long taken = 0;
            List<RawRow> batch = new ArrayList<>(BATCH);
            for (RawRow row = source.next(); row != null; row = source.next()) {
                batch.add(row);
                if (batch.size() == BATCH) {
                    rows.add(locked.id(), take.number(), batch);
                    taken += batch.size();
                    batch.clear();
                }
            }
            rows.add(locked.id(), take.number(), batch);
            return taken + batch.size();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ProblemException conflict(String code, String detail) {
        return new ProblemException(Problem.of(409, code, detail));
    }
}
