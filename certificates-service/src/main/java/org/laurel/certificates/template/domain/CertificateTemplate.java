package org.laurel.certificates.template.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * A template with its newest version.
 *
 * @param revision grows with every change, of the text or of anything else
 */
public record CertificateTemplate(
        long id, long revision, TemplateDraft draft, TemplateVersion version, Instant createdAt, Instant modifiedAt) {

    /** A new one. */
    public static CertificateTemplate create(long id, long versionId, TemplateDraft draft, Instant at) {
        TemplateVersion first = new TemplateVersion(
                versionId, id, 1, draft.text(), draft.scope().language());
        return new CertificateTemplate(id, 1, draft, first, at, at);
    }

    /** This one after a change. Text and language are the version's; when neither changes, the version stays. */
    public CertificateTemplate change(TemplateDraft other, long versionId, Instant at) {
        boolean same = other.text().equals(version.text())
                && Objects.equals(other.scope().language(), version.language());
        TemplateVersion newest = same
                ? version
                : new TemplateVersion(
                        versionId,
                        id,
                        version.number() + 1,
                        other.text(),
                        other.scope().language());
        return new CertificateTemplate(id, revision + 1, other, newest, createdAt, at);
    }
}
