package org.laurel.certificates.invalidation.domain;

import java.time.Instant;
import org.laurel.certificates.issuance.domain.CaseKey;

/**
 * Staff's declaration that a certificate is invalid. There is one for each certificate, which is taken back and made again.
 * Source: certificates, invalidation.
 *
 * @param by who made it last
 * @param notes why, empty without notes
 * @param active false once it is taken back
 */
public record Invalidation(
        long id, CaseKey key, Author by, String notes, boolean active, Instant createdAt, Instant modifiedAt) {

    /**
     * Who makes an invalidation.
     *
     * @param id the person's id
     * @param username the person's username at that time
     */
    public record Author(String id, String username) {}
}
