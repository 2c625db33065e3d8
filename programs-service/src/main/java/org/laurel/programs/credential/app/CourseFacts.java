package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.configuration.db.CourseCertificateStore;
import org.laurel.programs.configuration.domain.CourseCertificates;
import org.laurel.programs.credential.db.CertificateLog;
import org.laurel.programs.credential.db.CredentialOrderStore;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CertificateVersion;
import org.laurel.programs.credential.domain.CourseDating;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialKey;
import org.laurel.programs.credential.domain.CredentialOrder;
import org.laurel.programs.credential.domain.OverrideFold;
import org.laurel.programs.credential.domain.StaffDecision;

/** All facts that are stored about course credentials, and what they amount to. */
@ApplicationScoped
class CourseFacts {

    private final CertificateLog certificates;
    private final CredentialOrderStore orders;
    private final CourseCertificateStore configurations;

    CourseFacts(CertificateLog certificates, CredentialOrderStore orders, CourseCertificateStore configurations) {
        this.certificates = certificates;
        this.orders = orders;
        this.configurations = configurations;
    }

    /**
     * What the facts amount to.
     *
     * @param standings cases in which nothing was ever granted or decided are left out
     * @param overrides the dates that certificates want shown; cases in which none ever did are left out
     */
    record Found(Map<CaseKey, CourseStanding> standings, Map<CaseKey, OverrideFold> overrides) {}

    Found load(Collection<CaseKey> cases) {
        Map<CaseKey, List<CertificateVersion>> versions = certificates.load(cases);
        Map<CredentialKey, CredentialOrder> decided =
                orders.load(cases.stream().map(CredentialKey::of).toList());
        Map<CourseKey, CourseCertificates> configured =
                configurations.load(cases.stream().map(CaseKey::courseKey).collect(Collectors.toSet()));
        Found found = new Found(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (CaseKey key : cases) {
            List<CertificateVersion> told = versions.getOrDefault(key, List.of());
            CredentialOrder order = decided.get(CredentialKey.of(key));
            StaffDecision decision = order == null ? null : order.decision();
            CourseStanding standing = StaffDecision.course(CourseStanding.fold(told), decision);
            OverrideFold override = OverrideFold.fold(told);
            if (standing != null) {
                CourseDating dating =
                        new CourseDating(configured.getOrDefault(key.courseKey(), CourseCertificates.NONE));
                found.standings().put(key, dating.date(standing, told));
            }
            if (override != null) {
                found.overrides().put(key, override);
            }
        }
        return found;
    }
}
