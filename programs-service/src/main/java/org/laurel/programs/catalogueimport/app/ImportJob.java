package org.laurel.programs.catalogueimport.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.sql.EachAlone;
import org.laurel.kit.sql.Failures;
import org.laurel.programs.catalogueimport.db.ImportItems;
import org.laurel.programs.catalogueimport.db.ImportItems.Settled;
import org.laurel.programs.catalogueimport.db.ImportItems.Waiting;
import org.laurel.programs.catalogueimport.db.ImportTable;
import org.laurel.programs.catalogueimport.domain.Outcome;
import org.laurel.programs.catalogueimport.domain.Place;

/**
 * Works an import off in chunks: at most a hundred items and some megabytes are in memory. Items are worked off in transactions
 * of their own and keep what became of them, so that a chunk that is repeated counts them and does nothing twice. Items of a
 * chunk that fails are tried one by one; those that fail then are refused.
 */
@ApplicationScoped
class ImportJob implements JobStep {

    static final String KIND = "catalogue-import";

    private static final Logger LOG = Logger.getLogger(ImportJob.class);
    private static final int MOST_ITEMS = 100;
    private static final long MOST_CHARACTERS = 4_000_000;

    private final ImportItems items;
    private final ImportTable imports;
    private final ItemImporting importing;
    private final Clock clock;

    ImportJob(ImportItems items, ImportTable imports, ItemImporting importing, Clock clock) {
        this.items = items;
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
        Place after = chunk.cursor() == null ? Place.START : Place.of(chunk.cursor());
        List<Waiting> next = together(items.after(id, after, MOST_ITEMS));
        if (next.isEmpty()) {
            return Progress.finished(0);
        }
        Map<String, Long> counts =
                EachAlone.apply(next, some -> importing.apply(id, some), (item, failure) -> setAside(id, item, failure))
                        .stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new Progress(next.getLast().place().toString(), next.size(), counts);
    }

    /** The first of the items, as many as fit into memory and are about different things. */
    private static List<Waiting> together(List<Waiting> items) {
        List<Waiting> together = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        long characters = 0;
        for (Waiting item : items) {
            characters += item.size();
            boolean again = item.subject() != null && !subjects.add(item.kind() + " " + item.subject());
            if (!together.isEmpty() && (again || characters > MOST_CHARACTERS)) {
                break;
            }
            together.add(item);
        }
        return together;
    }

    private String setAside(long id, Waiting item, RuntimeException failure) {
        if (Failures.isTransient(failure)) {
            // The chunk is tried again; what it has done already is only counted then.
            throw failure;
        }
        LOG.errorf("Import %d: item %s cannot be taken: %s", id, item.place(), Failures.describe(failure));
        Outcome outcome = Outcome.refused("undecidable", "The item cannot be worked off; the log tells operators why.");
        QuarkusTransaction.requiringNew().run(() -> items.settle(id, List.of(new Settled(item.place(), outcome))));
        return ItemImporting.counted(item.kind(), outcome.word());
    }

    @Override
    public void finished(Job job) {
        imports.end(Long.parseLong(job.subject()), job.state(), job.counts(), clock.instant());
    }
}
