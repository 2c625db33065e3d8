package org.laurel.certificates.sharing.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.lookup.db.ShownCertificateQuery;
import org.laurel.certificates.lookup.domain.ShownCertificate;
import org.laurel.certificates.sharing.domain.CertificateShare;
import org.laurel.certificates.sharing.domain.ShareCertificate;
import org.laurel.certificates.sharing.domain.ShareDecision;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Tells others that learners shared their certificates. Nothing is stored but the event. */
@ApplicationScoped
public class CertificateSharing {

    private final KeyLocks locks;
    private final ShownCertificateQuery certificates;
    private final Outbox outbox;

    CertificateSharing(KeyLocks locks, ShownCertificateQuery certificates, Outbox outbox) {
        this.locks = locks;
        this.certificates = certificates;
        this.outbox = outbox;
    }

    /**
     * Decides about each share and tells of those that are allowed, but in course runs that are observed only; the answers are
     * in the order of the commands.
     */
    @Transactional
    public List<ShareDecision> apply(List<ShareCertificate> commands) {
        locks.lock(commands.stream()
                .map(command -> command.key().learnerId().value())
                .toList());
        Map<CaseKey, ShownCertificate> shown = certificates.ofCases(
                commands.stream().map(ShareCertificate::key).distinct().toList());
        List<ShareDecision> decisions = new ArrayList<>();
        List<CertificateShare> told = new ArrayList<>();
        for (ShareCertificate command : commands) {
            ShownCertificate certificate = shown.get(command.key());
            ShareDecision decision = ShareDecision.of(command, certificate);
            decisions.add(decision);
            if (decision instanceof ShareDecision.Shared shared
                    && certificate != null
                    && !certificate.terms().isObserved()) {
                told.add(shared.fact());
            }
        }
        outbox.append(told);
        return decisions;
    }
}
