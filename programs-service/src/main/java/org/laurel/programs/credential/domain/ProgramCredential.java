package org.laurel.programs.credential.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * A learner's credential for a program, as the database holds it.
 *
 * @param uuid public id, random, kept over revocation and re-award
 * @param standing what others see of it
 * @param automatic what certificates and catalogue gave, whatever staff decided; null when they never gave anything
 * @param version counts the changes
 */
public record ProgramCredential(
        LearnerId learnerId,
        UUID programUuid,
        UUID uuid,
        ProgramStanding standing,
        @Nullable ProgramStanding automatic,
        long version) {}
