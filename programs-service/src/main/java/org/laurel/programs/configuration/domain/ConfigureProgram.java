package org.laurel.programs.configuration.domain;

import java.time.Instant;
import java.util.UUID;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/**
 * Change how a program is certified.
 *
 * @param whole whether members that are not given become what they usually are, and a configuration is made where there is none
 * @param expected which version must hold
 */
public record ConfigureProgram(
        UUID programUuid,
        CertificateMembers members,
        boolean whole,
        ExpectedVersion expected,
        Instant at,
        Cause cause) {}
