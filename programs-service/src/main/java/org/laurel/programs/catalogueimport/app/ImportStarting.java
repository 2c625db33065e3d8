package org.laurel.programs.catalogueimport.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.catalogueimport.db.ImportTable;
import org.laurel.programs.catalogueimport.db.ImportTable.Locked;
import org.laurel.programs.catalogueimport.db.ImportTable.Part;

/** Starts imports whose parts are complete; one that has started already stays as it is. */
@ApplicationScoped
public class ImportStarting {

    private final ImportTable imports;
    private final Jobs jobs;

    ImportStarting(ImportTable imports, Jobs jobs) {
        this.imports = imports;
        this.jobs = jobs;
    }

    /**
     * Starts them.
     *
     * @throws ProblemException when an import is unknown or a part is missing
     */
    @Transactional
    public void apply(List<Long> ids) {
        ids.forEach(this::start);
    }

    private void start(long id) {
        Locked locked = imports.lock(id).orElseThrow(() -> ImportProblems.unknown(id));
        if (!locked.isOpen()) {
            return;
        }
        List<Part> parts = imports.parts(id);
        for (int i = 0; i < Math.max(1, parts.size()); i++) {
            if (parts.isEmpty() || parts.get(i).number() != i + 1) {
                throw ImportProblems.conflict(
                        "part_missing", "Part " + (i + 1) + " is missing. Send it, then start the import again.");
            }
        }
        long items = parts.stream().mapToLong(Part::items).sum();
        long job = jobs.begin(
                ImportJob.KIND,
                String.valueOf(id),
                Map.of(),
                items,
                locked.cause().by());
        imports.run(id, job);
    }
}
