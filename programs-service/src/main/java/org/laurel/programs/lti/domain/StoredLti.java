package org.laurel.programs.lti.domain;

import java.time.Instant;

/**
 * A program's tool as the database holds it.
 *
 * @param hasKey whether there is a key
 * @param hasSecret whether there is a secret
 * @param version a number that no other configuration ever has
 */
public record StoredLti(
        LtiSubject subject,
        LtiConfiguration configuration,
        boolean hasKey,
        boolean hasSecret,
        long version,
        Instant createdAt,
        Instant modifiedAt) {}
