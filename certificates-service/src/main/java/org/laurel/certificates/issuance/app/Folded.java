package org.laurel.certificates.issuance.app;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/**
 * What became of a case that was folded.
 *
 * @param standing what the facts amount to
 * @param issued the certificate as it is stored now, null when there is none
 * @param previousStatus its status before, null when there was none
 * @param decision what was decided about the last of the new facts, or without new ones about the last of all; null without any
 * @param changed whether the certificate changed
 * @param withheld whether it would have changed, and did not because decisions take no effect here
 */
public record Folded(
        CaseKey key,
        Standing standing,
        @Nullable Issued issued,
        @Nullable CertificateStatus previousStatus,
        @Nullable Decision decision,
        boolean changed,
        boolean withheld) {

    static Folded of(Change change, boolean withheld) {
        Issued before = change.outcome().before().issued();
        boolean differs = change.difference() != null;
        return new Folded(
                change.key(),
                change.outcome().after().standing(),
                differs && !withheld ? change.next() : before,
                before == null ? null : before.certificate().status(),
                change.outcome().decision(),
                differs && !withheld,
                differs && withheld);
    }
}
