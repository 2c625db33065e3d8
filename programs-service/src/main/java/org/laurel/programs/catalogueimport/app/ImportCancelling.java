package org.laurel.programs.catalogueimport.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.problem.ProblemException;
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

    /**
     * Ends them; one that has ended already stays as it is.
     *
     * @throws ProblemException when an import is unknown, or has been started by somebody in the very same moment
     */
    @Transactional
    public void apply(List<Long> ids) {
        for (long id : ids) {
            // The job's row first, as its own chunks have it.
            Long job = jobOf(id);
            if (job != null) {
                jobs.cancel(job);
            }
            Locked locked = imports.lock(id).orElseThrow(() -> ImportProblems.unknown(id));
            if (job == null && jobOf(id) != null) {
                throw ImportProblems.conflict(
                        "import_started", "The import has started in the same moment. Cancel it once more.");
            }
            if (locked.isOpen()) {
                imports.end(id, "cancelled", Map.of(), clock.instant());
            }
        }
    }

    private @Nullable Long jobOf(long id) {
        return imports.jobOf(id).orElseThrow(() -> ImportProblems.unknown(id)).id();
    }
}
