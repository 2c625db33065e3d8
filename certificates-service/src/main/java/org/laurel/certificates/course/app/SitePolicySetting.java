package org.laurel.certificates.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.certificates.course.db.PolicyLog;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.SitePolicyChange;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/**
 * Changes what holds for the certificates of the whole deployment. What that newly allows is granted by jobs; nothing that was
 * granted is taken back.
 */
@ApplicationScoped
public class SitePolicySetting {

    private final KeyLocks locks;
    private final TermsQuery terms;
    private final PolicyLog log;
    private final Jobs jobs;

    SitePolicySetting(KeyLocks locks, TermsQuery terms, PolicyLog log, Jobs jobs) {
        this.locks = locks;
        this.terms = terms;
        this.log = log;
        this.jobs = jobs;
    }

    /** Applies the changes in order and returns the policy that holds then. Setting the learners' own requests is always kept. */
    @Transactional
    public SitePolicy apply(List<SitePolicyChange> changes) {
        locks.change(List.of(TermsQuery.SITE));
        SitePolicy newest = terms.newestSite();
        for (SitePolicyChange change : changes) {
            SitePolicy after = change.applyTo(newest);
            if (!after.decidesLike(newest) || change.selfGenerationEnabled() != null) {
                log.append(after, change.cause());
                jobs.submit(
                        TermsFolding.SITE_JOB, TermsQuery.SITE, change.cause().by());
            }
            newest = after;
        }
        return newest;
    }
}
