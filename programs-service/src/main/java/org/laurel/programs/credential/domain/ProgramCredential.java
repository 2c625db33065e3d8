package org.laurel.programs.credential.domain;

import java.util.UUID;
import org.laurel.events.key.LearnerId;

/**
 * A learner's credential for a program, as the database holds it.
 *
 * @param uuid public id, random, kept over revocation and re-award
 * @param version counts the changes
 */
public record ProgramCredential(
        LearnerId learnerId, UUID programUuid, UUID uuid, ProgramStanding standing, long version) {}
