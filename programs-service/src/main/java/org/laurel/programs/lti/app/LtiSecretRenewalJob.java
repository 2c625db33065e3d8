package org.laurel.programs.lti.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.laurel.kit.job.JobStep;
import org.laurel.programs.lti.db.LtiStore;
import org.laurel.programs.lti.domain.LtiSubject;
import org.laurel.programs.lti.domain.Renewal;

/** Goes through the secrets of all tools, and encrypts with the present key what another one has encrypted. */
@ApplicationScoped
class LtiSecretRenewalJob implements JobStep {

    static final String KIND = "lti-secret-renewal";

    private static final Logger LOG = Logger.getLogger(LtiSecretRenewalJob.class);
    /** Each is a lock of its own. */
    private static final int TOOLS = 50;

    private final LtiStore store;
    private final LtiSecretRenewal renewal;

    LtiSecretRenewalJob(LtiStore store, LtiSecretRenewal renewal) {
        this.store = store;
        this.renewal = renewal;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress advance(Chunk chunk) {
        List<LtiSubject> subjects = store.after(chunk.after(), TOOLS);
        if (subjects.isEmpty()) {
            return Progress.finished(0);
        }
        List<Renewal> outcomes = renewal.apply(subjects);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == Renewal.UNREADABLE) {
                LOG.warnf(
                        "No key opens what is kept for %s: give its key and secret again.",
                        subjects.get(i).key());
            }
        }
        Map<String, Long> counts = outcomes.stream()
                .map(Renewal::slug)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new Progress(subjects.getLast().key(), subjects.size(), counts);
    }
}
