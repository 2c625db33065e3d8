package org.laurel.certificates.legacyimport.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.laurel.certificates.legacyimport.app.RowImporting.Worked;
import org.laurel.certificates.legacyimport.db.ImportRows;
import org.laurel.certificates.legacyimport.db.ImportRows.Placed;
import org.laurel.certificates.legacyimport.db.ImportTable;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;

/** Works an import off, a thousand rows at a time, and drops its rows. */
@ApplicationScoped
class LegacyImportJob implements JobStep {

    static final String KIND = "certificate-import";

    /** The rows are worked off and go, in chunks of their own since there may be millions. */
    private static final String DROPPING = "dropping";

    private final ImportRows rows;
    private final ImportTable imports;
    private final RowImporting importing;
    private final Clock clock;

    LegacyImportJob(ImportRows rows, ImportTable imports, RowImporting importing, Clock clock) {
        this.rows = rows;
        this.imports = imports;
        this.importing = importing;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        long id = Long.parseLong(chunk.subject());
        if (chunk.after().equals(DROPPING)) {
            return rows.drop(id) ? new Progress(DROPPING, 0) : Progress.finished(0);
        }
        String[] place = chunk.cursor() == null
                ? new String[] {"0", "0"}
                : chunk.cursor().split(":", 2);
        List<Placed> next = rows.after(id, Integer.parseInt(place[0]), Long.parseLong(place[1]), CHUNK);
        if (next.isEmpty()) {
            return new Progress(DROPPING, 0);
        }
        Worked worked = importing.apply(id, next);
        Placed last = next.getLast();
        return new Progress(last.part() + ":" + last.row().line(), next.size(), worked.counts());
    }

    @Override
    public void finished(Job job) {
        imports.end(Long.parseLong(job.subject()), job.state(), job.counts(), clock.instant());
    }
}
