package org.laurel.enrollment.importing.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.laurel.enrollment.importing.db.ImportRows;
import org.laurel.enrollment.importing.db.ImportTable;
import org.laurel.enrollment.importing.db.ImportTable.Part;
import org.laurel.enrollment.importing.domain.RawRow;
import org.laurel.enrollment.importing.domain.RowKind;

/** Keeps the rows of files until the import's job works them off; of a file a thousand rows at a time are in memory. */
@ApplicationScoped
public class FileStaging {

    private static final int BATCH = 1_000;

    private final ImportTable imports;
    private final ImportRows rows;
    private final Clock clock;

    FileStaging(ImportTable imports, ImportRows rows, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.clock = clock;
    }

    /** A file to keep, as a part of an import that is open and that the caller has locked. */
    public record Stage(
            long importId, int number, RowKind kind, String fileName, String sha256, long size, RowSource source) {}

    /** Keeps the files and returns how many rows each has. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Long> apply(List<Stage> files) {
        return files.stream().map(this::keep).toList();
    }

    private long keep(Stage file) {
        long kept = 0;
        List<RawRow> batch = new ArrayList<>(BATCH);
        try {
            for (RawRow row = file.source().next();
                    row != null;
                    row = file.source().next()) {
                batch.add(row);
                if (batch.size() == BATCH) {
                    rows.add(file.importId(), file.number(), batch);
                    kept += batch.size();
                    batch.clear();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        rows.add(file.importId(), file.number(), batch);
        kept += batch.size();
        Part part = new Part(file.number(), file.kind(), file.fileName(), file.sha256(), file.size(), kept);
        imports.add(file.importId(), part, clock.instant());
        return kept;
    }
}
