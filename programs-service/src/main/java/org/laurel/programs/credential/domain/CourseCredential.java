package org.laurel.programs.credential.domain;

import java.util.UUID;

/**
 * A learner's credential for a course run, as the database holds it.
 *
 * @param uuid public id, random, kept over revocation and re-award
 * @param version counts the changes
 */
public record CourseCredential(CaseKey key, UUID uuid, CourseStanding standing, long version) {}
