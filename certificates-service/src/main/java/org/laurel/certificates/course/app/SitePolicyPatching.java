package org.laurel.certificates.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.SitePolicyChange;
import org.laurel.kit.lock.KeyLocks;

/** Changes the deployment's policy, only if it still is what the one who changes it has seen. */
@ApplicationScoped
public class SitePolicyPatching {

    private final KeyLocks locks;
    private final TermsQuery terms;
    private final SitePolicySetting setting;

    SitePolicyPatching(KeyLocks locks, TermsQuery terms, SitePolicySetting setting) {
        this.locks = locks;
        this.terms = terms;
        this.setting = setting;
    }

    /**
     * A change.
     *
     * @param expected the versions that the caller may have seen, null for any
     */
    public record Patch(SitePolicyChange change, @Nullable Set<Long> expected) {}

    /**
     * Applies the changes in order and returns the policy as it is stored then.
     *
     * @throws org.laurel.kit.problem.ProblemException 412 when the policy is another one than expected
     */
    @Transactional
    public SitePolicy apply(List<Patch> patches) {
        locks.change(List.of(TermsQuery.SITE));
        long version = terms.newestSite().id();
        patches.forEach(patch -> RunPolicyPatching.require(patch.expected(), version));
        setting.apply(patches.stream().map(Patch::change).toList());
        return terms.newestSite();
    }
}
