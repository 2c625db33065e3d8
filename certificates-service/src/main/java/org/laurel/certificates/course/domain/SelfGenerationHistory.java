package org.laurel.certificates.course.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who has set, and when, whether learners of the deployment may ask for certificates themselves. Source: certificates,
 * CertificateGenerationConfiguration.
 */
public final class SelfGenerationHistory {

    private SelfGenerationHistory() {}

    /**
     * The versions of the deployment's policy that set the switch, newest first: those that differ in it, and those that repeat
     * it, which differ in nothing at all.
     *
     * @param versions all versions, oldest first
     * @param first what holds before the first
     */
    public static List<KeptPolicy<SitePolicy>> of(List<KeptPolicy<SitePolicy>> versions, SitePolicy first) {
        List<KeptPolicy<SitePolicy>> settings = new ArrayList<>();
        SitePolicy before = first;
        for (KeptPolicy<SitePolicy> version : versions) {
            SitePolicy policy = version.policy();
            if (policy.selfGenerationEnabled() != before.selfGenerationEnabled() || policy.decidesLike(before)) {
                settings.add(version);
            }
            before = policy;
        }
        Collections.reverse(settings);
        return settings;
    }
}
