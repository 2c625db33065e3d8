package org.laurel.certificates.legacyimport.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.laurel.certificates.legacyimport.db.ImportRows;
import org.laurel.certificates.legacyimport.db.ImportRows.Outcome;
import org.laurel.certificates.legacyimport.db.ImportRows.Place;
import org.laurel.certificates.legacyimport.db.ImportTable;
import org.laurel.certificates.legacyimport.domain.RowCode;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.sql.Failures;

/**
 * Works an import off, a thousand rows at a time, and drops its rows. Rows are worked off in transactions of their own and keep
 * what became of them, so that a chunk that is repeated counts them and does nothing twice.
 *
 * <p>A chunk that fails for a reason of its own is halved until the rows are found that make it fail; these are refused.
 */
@ApplicationScoped
class LegacyImportJob implements JobStep {

    static final String KIND = "certificate-import";

    private static final Logger LOG = Logger.getLogger(LegacyImportJob.class);

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
        List<Place> next = rows.after(id, place(chunk), CHUNK);
        if (next.isEmpty()) {
            return new Progress(DROPPING, 0);
        }
        Map<String, Long> counts = new HashMap<>();
        work(id, next, counts);
        Place last = next.getLast();
        return new Progress(last.part() + ":" + last.line(), next.size(), counts);
    }

    private static Place place(Chunk chunk) {
        if (chunk.cursor() == null) {
            return new Place(0, 0);
        }
        String[] numbers = chunk.cursor().split(":", 2);
        return new Place(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]));
    }

    private void work(long id, List<Place> places, Map<String, Long> counts) {
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> importing.apply(id, places))
                    .counts()
                    .forEach((outcome, number) -> counts.merge(outcome, number, Long::sum));
        } catch (RuntimeException failure) {
            if (Failures.isTransient(failure)) {
                throw failure;
            }
            if (places.size() == 1) {
                setAside(id, places.getFirst(), failure, counts);
            } else {
                work(id, places.subList(0, places.size() / 2), counts);
                work(id, places.subList(places.size() / 2, places.size()), counts);
            }
        }
    }

    private void setAside(long id, Place place, RuntimeException failure, Map<String, Long> counts) {
        Outcome outcome = Outcome.refused(place, null, RowCode.UNDECIDABLE);
        QuarkusTransaction.requiringNew().run(() -> rows.settle(id, List.of(outcome)));
        counts.merge(outcome.became(), 1L, Long::sum);
        LOG.errorf(
                "Import %d: the row at line %d of part %d cannot be taken: %s",
                id, place.line(), place.part(), Failures.describe(failure));
    }

    @Override
    public void finished(Job job) {
        imports.end(Long.parseLong(job.subject()), job.state(), job.counts(), clock.instant());
    }
}
