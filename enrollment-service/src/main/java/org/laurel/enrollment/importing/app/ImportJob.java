package org.laurel.enrollment.importing.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.laurel.enrollment.importing.db.ImportRows;
import org.laurel.enrollment.importing.db.ImportRows.Outcome;
import org.laurel.enrollment.importing.db.ImportRows.Place;
import org.laurel.enrollment.importing.db.ImportTable;
import org.laurel.enrollment.importing.domain.RowCode;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.sql.EachAlone;
import org.laurel.kit.sql.Failures;

/**
 * Works an import off, a thousand rows at a time. Rows are worked off in transactions of their own and keep what became of
 * them, so that a chunk that is repeated counts them and does nothing twice. Rows of a chunk that fails are tried one by one;
 * those that fail then are refused.
 */
@ApplicationScoped
class ImportJob implements JobStep {

    static final String KIND = "data-import";

    private static final Logger LOG = Logger.getLogger(ImportJob.class);

    private final ImportRows rows;
    private final ImportTable imports;
    private final RowImporting importing;
    private final Clock clock;

    ImportJob(ImportRows rows, ImportTable imports, RowImporting importing, Clock clock) {
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
        List<Place> next = rows.after(id, place(chunk), CHUNK);
        if (next.isEmpty()) {
            return Progress.finished(0);
        }
        // Rows of one part are of one kind.
        int part = next.getFirst().part();
        List<Place> places = next.stream().filter(place -> place.part() == part).toList();
        Map<String, Long> counts = EachAlone.apply(
                        places, some -> importing.apply(id, some), (place, failure) -> setAside(id, place, failure))
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new Progress(part + ":" + places.getLast().line(), places.size(), counts);
    }

    private static Place place(Chunk chunk) {
        if (chunk.cursor() == null) {
            return new Place(0, 0);
        }
        String[] numbers = chunk.cursor().split(":", 2);
        return new Place(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]));
    }

    private String setAside(long id, Place place, RuntimeException failure) {
        if (Failures.isTransient(failure)) {
            // The chunk is tried again; what it has done already is only counted then.
            throw failure;
        }
        Outcome outcome = Outcome.refused(place, null, code(id, place, Failures.describe(failure)));
        QuarkusTransaction.requiringNew().run(() -> rows.settle(id, List.of(outcome), false));
        return outcome.became();
    }

    /** Somebody may have taken a name between our look and our write. */
    private static RowCode code(long id, Place place, String failure) {
        if (failure.contains("learner_username")) {
            return RowCode.USERNAME_TAKEN;
        }
        if (failure.contains("learner_email")) {
            return RowCode.EMAIL_TAKEN;
        }
        LOG.errorf(
                "Import %d: the row at line %d of part %d cannot be taken: %s",
                id, place.line(), place.part(), failure);
        return RowCode.UNDECIDABLE;
    }

    @Override
    public void finished(Job job) {
        imports.end(Long.parseLong(job.subject()), job.state(), job.counts(), clock.instant());
    }
}
