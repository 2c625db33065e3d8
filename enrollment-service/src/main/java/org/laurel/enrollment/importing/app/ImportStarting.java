package org.laurel.enrollment.importing.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.importing.db.ImportTable;
import org.laurel.enrollment.importing.db.ImportTable.Locked;
import org.laurel.enrollment.importing.db.ImportTable.Part;
import org.laurel.enrollment.importing.domain.ImportRun;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.problem.ProblemException;

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
        if (!locked.kind().equals(ImportRun.ONEROSTER)) {
            requireAll(parts);
        }
        long rows = parts.stream().mapToLong(Part::rows).sum();
        long job = jobs.begin(ImportJob.KIND, String.valueOf(id), Map.of(), rows, locked.createdBy());
        imports.run(id, job);
    }

    private static void requireAll(List<Part> parts) {
        int expected = 1;
        for (Part part : parts) {
            if (part.number() != expected++) {
                throw missing(expected - 1);
            }
        }
        if (parts.isEmpty()) {
            throw missing(1);
        }
    }

    private static ProblemException missing(int number) {
        return ImportProblems.conflict(
                "part_missing", "Part " + number + " is missing. Send it, then start the import again.");
    }
}
