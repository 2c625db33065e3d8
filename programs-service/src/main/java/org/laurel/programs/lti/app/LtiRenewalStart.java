package org.laurel.programs.lti.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;

/** Begins the job that encrypts all secrets with the present key, unless it runs already. */
@ApplicationScoped
public class LtiRenewalStart {

    private static final String ALL = "all";

    private final Jobs jobs;
    private final SecretBox secrets;

    LtiRenewalStart(Jobs jobs, SecretBox secrets) {
        this.jobs = jobs;
        this.secrets = secrets;
    }

    /** Begins it once for each cause; the ids of the jobs, empty where the deployment has no key. */
    @Transactional
    public List<Optional<Long>> apply(List<Cause> causes) {
        return causes.stream()
                .map(cause -> secrets.isReady() ? Optional.of(begin(cause)) : Optional.<Long>empty())
                .toList();
    }

    private long begin(Cause cause) {
        return jobs.beginOrJoin(LtiSecretRenewalJob.KIND, ALL, Map.of(), null, cause.by());
    }
}
