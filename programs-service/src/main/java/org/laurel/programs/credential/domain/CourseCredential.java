package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A learner's credential for a course run, as the database holds it.
 *
 * @param uuid public id, random, kept over revocation and re-award
 * @param createdAt when it was first awarded as far as was known when it came to be; unlike
 *     {@link CourseStanding#firstAwardedAt} it stays, whatever a late fact tells
 * @param version counts the changes
 */
public record CourseCredential(CaseKey key, UUID uuid, Instant createdAt, CourseStanding standing, long version) {}
