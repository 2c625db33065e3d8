package org.laurel.programs.catalogueimport.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.laurel.kit.job.Job;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.catalogueimport.db.ImportQuery;
import org.laurel.programs.catalogueimport.domain.CatalogueImport;

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
    CatalogueImport known(long id) {
        return imports.find(id)
                .orElseThrow(() -> ProblemException.notFound("import_not_found", "There is no import " + id + "."));
    }

    /** How far the jobs of those are that run, in one look. */
    private List<ImportReport> reports(List<CatalogueImport> known) {
        Map<Long, Job> running = jobs.find(known.stream()
                .filter(each -> each.state().equals("running"))
                .flatMap(each -> Stream.ofNullable(each.jobId()))
                .toList());
        return known.stream()
                .map(each -> ImportReport.of(each, each.jobId() == null ? null : running.get(each.jobId())))
                .toList();
    }
}
