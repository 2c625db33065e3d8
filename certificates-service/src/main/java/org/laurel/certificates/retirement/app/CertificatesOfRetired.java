package org.laurel.certificates.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.laurel.certificates.file.db.FileStore;
import org.laurel.certificates.retirement.db.Tombstones;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.retirement.Retire;
import org.laurel.kit.retirement.RetirementFollower;

/**
 * Keeps learners' ids as tombstones and deletes the files of their certificates. Certificates keep status, public id and dates,
 * and nobody is told of a change. Source: additions, retirement.
 */
@ApplicationScoped
class CertificatesOfRetired implements RetirementFollower {

    private final Tombstones tombstones;
    private final FileStore files;

    CertificatesOfRetired(Tombstones tombstones, FileStore files) {
        this.tombstones = tombstones;
        this.files = files;
    }

    @Override
    public void retired(List<Retire> added) {
        tombstones.add(added);
    }

    @Override
    public void erase(Set<LearnerId> learners) {
        files.releaseAll(tombstones.publicIds(learners).stream()
                .map(verifyUuid -> "certificate:" + verifyUuid)
                .toList());
    }
}
