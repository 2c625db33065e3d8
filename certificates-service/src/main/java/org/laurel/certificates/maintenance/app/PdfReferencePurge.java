package org.laurel.certificates.maintenance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.certificates.file.db.FileStore;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.maintenance.db.PdfReferences;
import org.laurel.certificates.maintenance.db.PdfReferences.Referring;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/**
 * Takes the references to PDF files out of certificates, without telling anybody; files that lie here go too. Source: certificates, management commands,
 * purge_references_to_pdf_certificates.
 */
@ApplicationScoped
public class PdfReferencePurge {

    private final KeyLocks locks;
    private final PdfReferences references;
    private final FileStore files;

    PdfReferencePurge(KeyLocks locks, PdfReferences references, FileStore files) {
        this.locks = locks;
        this.references = references;
        this.files = files;
    }

    /**
     * Certificates by their public ids.
     *
     * @param dryRun whether nothing is to be changed
     */
    public record Purge(List<String> verifyUuids, boolean dryRun, Cause cause) {}

    /**
     * What became of them.
     *
     * @param purged public ids of those that had a reference
     * @param unchanged public ids of those that had none
     */
    public record Purged(List<String> purged, List<String> unchanged) {}

    /** Purges. */
    @Transactional
    public List<Purged> apply(List<Purge> commands) {
        locks.lock(commands.stream()
                .flatMap(purge -> references.find(purge.verifyUuids()).stream())
                .map(found -> found.key().learnerId().value())
                .toList());
        return commands.stream().map(this::purge).toList();
    }

    private Purged purge(Purge purge) {
        List<Referring> found = references.find(purge.verifyUuids());
        List<CaseKey> cases =
                found.stream().filter(Referring::refers).map(Referring::key).toList();
        if (!purge.dryRun() && !cases.isEmpty()) {
            references.purge(cases, purge.cause());
            files.releaseAll(
                    ids(found, true).stream().map(id -> "certificate:" + id).toList());
        }
        return new Purged(ids(found, true), ids(found, false));
    }

    private static List<String> ids(List<Referring> found, boolean refers) {
        return found.stream()
                .filter(one -> one.refers() == refers)
                .map(Referring::verifyUuid)
                .toList();
    }
}
