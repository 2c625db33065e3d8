package org.laurel.enrollment.importing.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.importing.db.ImportQuery;
import org.laurel.enrollment.importing.domain.ImportRun;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.problem.ProblemException;

/** Reads imports together with how far their jobs are. */
@ApplicationScoped
class ImportReports {

    private final ImportQuery imports;
    private final Jobs jobs;

    ImportReports(ImportQuery imports, Jobs jobs) {
        this.imports = imports;
        this.jobs = jobs;
    }

    /** A report; a 404 when there is no such import. */
    ImportReport find(long id) {
        return report(known(id));
    }

    /** Reports of imports with an id below the given one, newest first. */
    List<ImportReport> before(long id, int limit) {
        return imports.before(id, limit).stream().map(this::report).toList();
    }

    /** An import; a 404 when there is none of this id. */
    ImportRun known(long id) {
        return imports.find(id)
                .orElseThrow(() -> ProblemException.notFound("import_not_found", "There is no import " + id + "."));
    }

    private ImportReport report(ImportRun known) {
        Long job = known.jobId();
        boolean runs = job != null && known.state().equals("running");
        return ImportReport.of(known, runs && job != null ? jobs.find(job).orElse(null) : null);
    }
}
