package org.laurel.programs.catalogueimport.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.laurel.kit.job.Jobs;
import org.laurel.programs.catalogueimport.db.ImportTable;
import org.laurel.programs.catalogueimport.db.ImportTable.Locked;

/** Ends imports; what their chunks have done stays, and {@link ImportSweep} drops the items that wait. */
@ApplicationScoped
public class ImportCancelling {

    private final ImportTable imports;
    private final Jobs jobs;
    private final Clock clock;

    ImportCancelling(ImportTable imports, Jobs jobs, Clock clock) {
        this.imports = imports;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Ends them; one that has ended already stays as it is. */
    @Transactional
    public void apply(List<Long> ids) {
        for (long id : ids) {
            // The job's row first, as its own chunks have it.
            Long job = imports.jobOf(id)
                    .orElseThrow(() -> ImportProblems.unknown(id))
                    .id();
            if (job != null) {
                jobs.cancel(job);
            }
            Locked locked = imports.lock(id).orElseThrow(() -> ImportProblems.unknown(id));
            if (locked.isOpen()) {
                imports.end(id, "cancelled", Map.of(), clock.instant());
            }
        }
    }
}
