package org.laurel.enrollment.importing.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.laurel.enrollment.importing.db.ImportQuery;
import org.laurel.enrollment.importing.domain.ImportRun;
import org.laurel.kit.job.Job;
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
        return reports(List.of(known(id))).getFirst();
    }

    /** Reports of imports with an id below the given one, newest first. */
    List<ImportReport> before(long id, int limit) {
        return reports(imports.before(id, limit));
    }

    /** An import; a 404 when there is none of this id. */
    ImportRun known(long id) {
        return imports.find(id)
                .orElseThrow(() -> ProblemException.notFound("import_not_found", "There is no import " + id + "."));
    }

    /** How far the jobs of those are that run, in one look. */
    private List<ImportReport> reports(List<ImportRun> known) {
        Map<Long, Job> running = jobs.find(known.stream()
                .filter(each -> each.state().equals("running"))
                .flatMap(each -> Stream.ofNullable(each.jobId()))
                .toList());
        return known.stream()
                .map(each -> ImportReport.of(each, each.jobId() == null ? null : running.get(each.jobId())))
                .toList();
    }
}
