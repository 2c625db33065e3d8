package org.laurel.programs.configuration.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/**
 * Change how a program is certified.
 *
 * @param whole whether members that are not given become what they usually are, and a configuration is made where there is none
 * @param expected versions of which one must hold, null for any
 */
public record ConfigureProgram(
        UUID programUuid,
        CertificateMembers members,
        boolean whole,
        @Nullable Set<Long> expected,
        Instant at,
        Cause cause) {}
