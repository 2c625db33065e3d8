package org.laurel.programs.certificate.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.certificate.db.CertificateLinkStore;
import org.laurel.programs.certificate.domain.CertificateLink;

/** Takes in where certificates are. */
@ApplicationScoped
public class CertificateLinking {

    private final KeyLocks locks;
    private final CertificateLinkStore links;

    CertificateLinking(KeyLocks locks, CertificateLinkStore links) {
        this.locks = locks;
        this.links = links;
    }

    /** Takes versions of certificates in; their order and repetition make no difference to the result. */
    @Transactional
    public void apply(List<CertificateLink> told) {
        locks.lock(told.stream().map(link -> link.learnerId().value()).toList());
        links.save(told);
    }
}
