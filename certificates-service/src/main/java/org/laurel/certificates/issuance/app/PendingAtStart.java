package org.laurel.certificates.issuance.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.laurel.certificates.course.app.TermsFolding;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.kit.job.Jobs;

/**
 * Makes up for what was withheld while the deployment only observed, when it is started anew in the mode that takes effect: the
 * mode of the environment changes without anybody telling.
 */
@ApplicationScoped
class PendingAtStart {

    private final TermsQuery terms;
    private final CaseStore cases;
    private final Jobs jobs;

    PendingAtStart(TermsQuery terms, CaseStore cases, Jobs jobs) {
        this.terms = terms;
        this.cases = cases;
        this.jobs = jobs;
    }

    @Transactional
    void foldAgain(@Observes StartupEvent started) {
        if (terms.newestSite().mode() == IssuingMode.LIVE && cases.anyPending()) {
            jobs.submit(TermsFolding.SITE_JOB, TermsQuery.SITE, "start");
        }
    }
}
